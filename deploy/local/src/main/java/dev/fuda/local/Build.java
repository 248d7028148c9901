package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the Maven build left in the module folders: each service's runner jar, its libraries, its AOT cache. */
public final class Build {

    private final Path root;

    /** @param root the folder of the root pom */
    public Build(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /** The jar that starts {@code service}; its libraries lie in {@code lib} beside it. */
    public Path runner(Service service) {
        Path target = root.resolve(service.module()).resolve("target");
        return newest(target)
                .orElseThrow(() -> new LocalStackException(
                        "The " + service.label() + " service is not built: there is no *-runner.jar in " + target
                                + ". Build it: ./mvnw -DskipTests package"));
    }

    private static Optional<Path> newest(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
                    .max((a, b) -> Long.compare(modified(a), modified(b)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + target, e);
        }
    }

    /** Where the AOT cache of {@code service} is, or would be: the name changes with its jars, its JVM options and the JDK. */
    public Path aotCache(Service service) {
        return root.resolve("deploy/local/target/aot").resolve(service.label() + "-" + identity(service) + ".aot");
    }

    private String identity(Service service) {
        Path runner = runner(service);
        List<Path> jars = new ArrayList<>(List.of(runner));
        Path libraries = runner.resolveSibling("lib");
        if (Files.isDirectory(libraries)) {
            try (Stream<Path> files = Files.list(libraries)) {
                files.sorted().forEach(jars::add);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + libraries, e);
            }
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((System.getProperty("java.home") + System.getProperty("java.vm.version") + service.jvmOptions())
                    .getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars) {
                sha.update((jar + ":" + jar.toFile().length() + ":" + modified(jar)).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }
}
