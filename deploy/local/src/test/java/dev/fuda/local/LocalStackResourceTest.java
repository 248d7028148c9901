package dev.fuda.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalStackResourceTest {

    @Test
    void givesEachApplicationADatabaseOfItsOwnOnTheSameServers() throws Exception {
        Map<String, String> first = started("dataset");
        Map<String, String> second = started("dataset");
        assertThat(first.get("fuda.db.name")).startsWith("fuda_dataset_").isNotEqualTo(second.get("fuda.db.name"));
        assertThat(first.get("fuda.db.port")).isEqualTo(second.get("fuda.db.port"));
        assertThat(first.get("fuda.redis.url")).isNotEqualTo(second.get("fuda.redis.url"));
        connect(first).close();
        connect(second).close();
    }

    @Test
    void bringsTheServersBackAfterATestHasKilledThem() throws Exception {
        Map<String, String> config = started("tagger");
        LocalStackResource.killPostgres();
        LocalStackResource.killRedis();
        LocalStackResource.startPostgres();
        LocalStackResource.startRedis();
        LocalStackResource.flushRedis();
        connect(config).close();
    }

    @Test
    void isOneStackForEveryClassLoaderOfTheJvm() throws Exception {
        Map<String, String> here = started("kernel");
        Path classes = Path.of("target/classes").toAbsolutePath();
        ClassLoader other = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith("dev.fuda.local.")) {
                    return super.loadClass(name, resolve);
                }
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    return loaded != null ? loaded : define(name);
                }
            }

            private Class<?> define(String name) throws ClassNotFoundException {
                try {
                    byte[] code = Files.readAllBytes(classes.resolve(name.replace('.', '/') + ".class"));
                    return defineClass(name, code, 0, code.length);
                } catch (java.io.IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
        Class<?> copy = other.loadClass(LocalStackResource.class.getName());
        assertThat(copy).isNotSameAs(LocalStackResource.class);
        String redis = (String) copy.getMethod("freshRedis").invoke(null);
        assertThat(redis).startsWith(here.get("fuda.redis.url").replaceAll("/\\d+$", "/"));
    }

    private static Map<String, String> started(String service) {
        LocalStackResource resource = new LocalStackResource();
        resource.init(Map.of("service", service));
        return resource.start();
    }

    private static Connection connect(Map<String, String> config) throws Exception {
        return DriverManager.getConnection(
                config.get("quarkus.datasource.jdbc.url"),
                config.get("quarkus.datasource.username"),
                config.get("quarkus.datasource.password"));
    }
}
