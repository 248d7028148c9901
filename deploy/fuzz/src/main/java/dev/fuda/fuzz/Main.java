package dev.fuda.fuzz;

import dev.fuda.fuzz.http.Contract;
import dev.fuda.fuzz.http.HttpFuzz;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code ./fuda fuzz [MINUTES]} and {@code ./fuda fuzz http [COUNT]}; the second asks the house at {@code FUDA_URL}, to
 * which {@code FUDA_SAMPLE} gives a folder of pictures. Ends with 1 if something was found.
 */
public final class Main {

    private static final int THREADS = 4;

    private Main() {}

    static void main(String[] words) throws Exception {
        Path root = Path.of(System.getProperty("fuda.root", ".")).toAbsolutePath();
        boolean clean = words.length > 0 && words[0].equals("http")
                ? http(root, words.length > 1 ? Integer.parseInt(words[1]) : 50_000)
                : new ParserFuzz(root)
                        .run(Duration.ofSeconds(
                                Math.round(60 * (words.length > 0 ? Double.parseDouble(words[0]) : 5))));
        System.exit(clean ? 0 : 1);
    }

    private static boolean http(Path root, int count) throws Exception {
        URI base = URI.create(System.getenv("FUDA_URL"));
        long seed = Long.getLong("fuda.seed", System.nanoTime());
        Contract contract = Contract.read(root.resolve("openapi/fuda.yaml"));
        openSample(base, System.getenv("FUDA_SAMPLE"));
        System.out.printf(
                "%d requests over %d operations, seed %d%n",
                count, contract.operations().size(), seed);
        long begun = System.nanoTime();
        HttpFuzz.Report report = new HttpFuzz(base, contract, seed).run(count, THREADS);
        System.out.printf(
                "%d requests over %d operations in %d s; answers by status: %s%n",
                count,
                report.operations(),
                (System.nanoTime() - begun) / 1_000_000_000,
                new java.util.TreeMap<>(report.statuses()));
        report.faults().forEach(fault -> System.out.printf("%nFAULT %s%n", fault));
        System.out.printf("%n%d answers that must not be%n", report.faulty());
        return report.faulty() == 0;
    }

    /** Something to ask about: the sample's pictures as a dataset. */
    private static void openSample(URI base, String folder) throws Exception {
        String body = "{\"name\": \"sample\", \"path\": \"%s\"}".formatted(folder);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(base.resolve("/api/datasets"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("The sample could not be opened: " + answer.body());
            }
        }
    }
}
