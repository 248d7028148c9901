package dev.fuda.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for a service in tests of the launcher: a JVM that says it is ready, on the port it is told. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        if (Files.exists(Path.of(System.getenv("FUDA_DATA"), "refuse-to-start"))) {
            System.out.println("2026-01-01 ERROR it was told to refuse");
            System.exit(4);
        }
        int port = Integer.parseInt(System.getenv("FUDA_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** Lays runner jars of this class out as the build does, below {@code root}. */
    static void build(Path root) throws IOException {
        for (Service service : Service.values()) {
            Path jar = root.resolve(service.module()).resolve("target/fake-runner.jar");
            Files.createDirectories(jar.getParent());
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out, manifest)) {
                String name = FakeService.class.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(name));
                Files.copy(Path.of("target/test-classes", name), entries);
            }
        }
    }
}
