package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.StandardMBean;

/**
 * The one PostgreSQL and Redis of a test JVM. Quarkus loads the classes of a test several times, by one class loader per
 * application, so that a static field would be several servers: the first one made is therefore kept in the JVM's MBean
 * server and spoken to through JDK types, in commands of one line ({@code "database dataset"}).
 */
final class TestServers implements UnaryOperator<String> {

    private static final String KEY = "dev.fuda.local.TestServers";
    private static final String PREFIX = "local-stack-";
    private static final int REDIS_DATABASES = 256;

    private final AtomicInteger databases = new AtomicInteger();
    private final AtomicInteger redisDatabases = new AtomicInteger();
    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;

    private TestServers() {
        try {
            Path parent = parent();
            sweep(parent);
            Path folder = Files.createDirectories(
                    parent.resolve(PREFIX + ProcessHandle.current().pid()));
            postgres = new EmbeddedPostgres(folder, 0, Durability.PROCESS_KILL);
            redis = new EmbeddedRedis(folder, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
            Thread other = Thread.ofPlatform().start(redis::start);
            postgres.start();
            other.join();
            redis.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of the test servers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while the test servers started", e);
        }
    }

    static String ask(String command) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName("dev.fuda:type=TestServers");
            // A string literal is one object in the whole JVM, unlike a class.
            synchronized (KEY) {
                if (!beans.isRegistered(name)) {
                    beans.registerMBean(new StandardMBean(make(), UnaryOperator.class, false), name);
                }
            }
            return (String) beans.invoke(name, "apply", new Object[] {command}, new String[] {Object.class.getName()});
        } catch (RuntimeMBeanException e) {
            throw e.getTargetException();
        } catch (JMException e) {
            throw new LocalStackException("The test servers can't be reached", e);
        }
    }

    /** Of the JVM's own class loader, since the one of a test application is closed with it. */
    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> make() {
        try {
            Constructor<?> constructor =
                    Class.forName(KEY, true, ClassLoader.getSystemClassLoader()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (UnaryOperator<String>) constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            return new TestServers();
        }
    }

    @Override
    public String apply(String command) {
        String[] words = command.split(" ");
        switch (words[0]) {
            case "start" -> {
                postgres.start();
                redis.start();
            }
            case "kill-postgres" -> postgres.kill();
            case "start-postgres" -> postgres.start();
            case "kill-redis" -> redis.kill();
            case "start-redis" -> redis.start();
            case "flush-redis" -> redis.flushAll();
            case "database" -> {
                DatabaseAccess made = postgres.ensureDatabase("fuda_" + words[1] + "_" + databases.getAndIncrement());
                return made.port() + " " + made.name() + " " + made.password();
            }
            case "redis" -> {
                return redis.url(redisDatabases.getAndIncrement() % REDIS_DATABASES);
            }
            default -> throw new IllegalArgumentException("Unknown command: " + command);
        }
        return "";
    }

    /** {@code target/} of the module under test; the temporary folder where the servers' account cannot get there. */
    private static Path parent() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path chosen = RunAs.current().reaches(target)
                ? target
                : Path.of(System.getProperty("java.io.tmpdir"), "fuda-tests-" + System.getProperty("user.name"));
        return Files.createDirectories(chosen);
    }

    /** Deletes what test JVMs that were killed have left; their watchdogs have ended the servers. */
    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                String pid = folder.getFileName().toString().substring(PREFIX.length());
                if (pid.matches("\\d+") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    delete(folder);
                }
            }
        }
    }

    private void end(Path folder) {
        postgres.kill();
        redis.kill();
        delete(folder);
    }

    private static void delete(Path folder) {
        try {
            BinaryCache.deleteTree(folder);
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(KEY)
                    .log(
                            System.Logger.Level.WARNING,
                            "The folder of a test's servers could not be deleted: " + folder,
                            e);
        }
    }
}
