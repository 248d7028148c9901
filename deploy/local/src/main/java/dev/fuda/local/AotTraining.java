package dev.fuda.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the services' AOT caches: runs a whole stack once on a folder that is thrown away, asks it a few things, and ends
 * it, whereupon each JVM writes down the classes it has loaded and linked. The next start reads them instead.
 */
final class AotTraining {

    private static final List<String> QUESTIONS = List.of(
            "/",
            "/openapi",
            "/api/system",
            "/api/jobs",
            "/api/datasets",
            "/api/tag-dictionary?limit=10",
            "/api/tag-dictionary/search?query=a",
            "/api/tag-dictionary/stats",
            "/api/taggers/models",
            "/api/training/runs",
            "/api/datasets/00000000-0000-0000-0000-000000000000");

    private final Build build;
    private final Map<String, String> environment;
    private final PrintStream out;

    AotTraining(Build build, Map<String, String> environment, PrintStream out) {
        this.build = build;
        // Never on servers that hold a person's data.
        this.environment = new TreeMap<>(environment);
        this.environment.keySet().removeAll(List.of("FUDA_POSTGRES_URL", "FUDA_REDIS_URL"));
        this.out = out;
    }

    /** Whether each service has a cache that fits its jars. */
    boolean isDone() {
        return Arrays.stream(Service.values()).allMatch(service -> Files.exists(build.aotCache(service)));
    }

    void run() {
        if (isDone()) {
            return;
        }
        Instant from = Instant.now();
        Path folder = null;
        try {
            Path caches =
                    Files.createDirectories(build.aotCache(Service.GATEWAY).getParent());
            folder = Files.createTempDirectory("fuda-training-");
            train(new DataFolder(folder));
            deleteOthers(caches);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the AOT caches", e);
        } finally {
            delete(folder);
        }
        out.println("Prepared fast starts in " + Readiness.text(Duration.between(from, Instant.now())) + ".");
    }

    private void train(DataFolder folder) {
        folder.prepare();
        Stack stack = new Stack(folder, build, Ports.free(), environment, ServicePart.AotUse.RECORD, quiet());
        Thread end = new Thread(() -> {
            stack.stop();
            delete(folder.path());
        });
        Runtime.getRuntime().addShutdownHook(end);
        try {
            stack.start();
            String address = folder.state().orElseThrow().address();
            for (int round = 0; round < 3; round++) {
                QUESTIONS.forEach(path -> ask(address + path));
            }
        } finally {
            stack.stop();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private static PrintStream quiet() {
        return new PrintStream(java.io.OutputStream.nullOutputStream());
    }

    /** What is answered does not matter: the code that answers does. */
    private static void ask(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setReadTimeout(10_000);
            connection.getResponseCode();
            connection.disconnect();
        } catch (IOException e) {
            System.getLogger(AotTraining.class.getName()).log(System.Logger.Level.DEBUG, address, e);
        }
    }

    private void deleteOthers(Path caches) throws IOException {
        List<Path> current =
                Arrays.stream(Service.values()).map(build::aotCache).toList();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(caches)) {
            for (Path file : files) {
                if (!current.contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void delete(Path folder) {
        try {
            if (folder != null) {
                BinaryCache.deleteTree(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the folder of the training run " + folder, e);
        }
    }
}
