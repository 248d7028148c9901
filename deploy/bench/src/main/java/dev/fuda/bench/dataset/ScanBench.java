package dev.fuda.bench.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.bench.Bench;
import dev.fuda.bench.Comparison;
import dev.fuda.bench.House;
import dev.fuda.bench.Samples;
import dev.fuda.local.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A folder of pictures becomes a dataset: through the service's front door, from the registration to the end of the scan
 * (every file read and checked to its end, hashed, paired, its tags stored, its event committed), against single-threaded
 * walks that store nothing. Both must see the same files.
 */
public final class ScanBench implements Bench {

    private static final int PICTURES = 1_000;
    private static final int ROUNDS = 3;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String question() {
        return "a folder of " + PICTURES + " pictures becoming a dataset, against plain single-threaded walks";
    }

    @Override
    public void run() throws Exception {
        Path folder = Files.createTempDirectory("fuda-scan-bench").toRealPath();
        try (House house = new House(House.root())) {
            long bytes = PictureFolder.draw(folder, PICTURES);
            System.out.printf("  %,d pictures of 1024×1024, %,d MB%n", PICTURES, bytes / 1_000_000);
            house.start(Service.DATASET, Map.of("FUDA_ROOTS", folder.toString()));
            requireSame(house, folder);
            for (PlainWalk.Look look : PlainWalk.Look.values()) {
                Comparison comparison = new Comparison("pictures/min")
                        .measure(
                                ROUNDS,
                                () -> scanOnce(house, folder),
                                () -> perMinute(() -> PlainWalk.hashes(folder, look)));
                System.out.print(comparison.table(
                        "scan", look == PlainWalk.Look.HEADER ? "walk, headers only" : "walk, all pixels"));
            }
            long dataset = scan(house, folder);
            System.out.printf(
                    "  scan again, nothing changed: %,.0f pictures/min%n",
                    perMinute(() -> await(
                            house,
                            call(house, "POST", "/datasets/" + dataset + "/reindex", null)
                                    .get("job_id")
                                    .asText())));
            thumbnails(house, dataset);
        } finally {
            delete(folder);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double perMinute(Work work) throws Exception {
        long started = System.nanoTime();
        work.run();
        return PICTURES / ((System.nanoTime() - started) / 6e10);
    }

    /** The dataset is forgotten again, which does not count. */
    private double scanOnce(House house, Path folder) throws Exception {
        long[] dataset = new long[1];
        double figure = perMinute(() -> dataset[0] = scan(house, folder));
        forget(house, dataset[0]);
        return figure;
    }

    private void requireSame(House house, Path folder) throws Exception {
        long dataset = scan(house, folder);
        Set<String> ours = new TreeSet<>();
        for (JsonNode item : items(house, dataset)) {
            ours.add(item.get("image_hash").asText());
            if (item.get("tag_count").asInt() != 8) {
                throw new IllegalStateException("An item without its tags: " + item);
            }
        }
        if (!ours.equals(PlainWalk.hashes(folder, PlainWalk.Look.HEADER))) {
            throw new IllegalStateException("The scan and the walk saw different files");
        }
        forget(house, dataset);
        System.out.println("  equal hashes: " + ours.size());
    }

    private long scan(House house, Path folder) throws Exception {
        String body = json.writeValueAsString(Map.of("name", "bench " + System.nanoTime(), "path", folder.toString()));
        JsonNode dataset = call(house, "POST", "/datasets", body);
        await(house, dataset.get("index_job_id").asText());
        return dataset.get("id").asLong();
    }

    private void forget(House house, long dataset) throws Exception {
        call(house, "DELETE", "/datasets/" + dataset, null);
    }

    private void await(House house, String job) throws Exception {
        while (true) {
            JsonNode now = call(house, "GET", "/jobs/" + job, null);
            switch (now.get("state").asText()) {
                case "succeeded" -> {
                    return;
                }
                case "failed", "cancelled" -> throw new IllegalStateException("The scan failed: " + now);
                default -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    /** One after the other, as long as they have to be drawn, and again from the disk. */
    private void thumbnails(House house, long dataset) throws Exception {
        List<JsonNode> items = items(house, dataset);
        for (String what : List.of("drawn", "kept")) {
            Samples samples = new Samples();
            for (JsonNode item : items.subList(0, 300)) {
                long started = System.nanoTime();
                send(house, "GET", "/datasets/" + dataset + "/items/" + item.get("id") + "/thumbnail", null);
                samples.add(System.nanoTime() - started);
            }
            System.out.println("  thumbnail, " + what + ": " + samples.inMillis());
        }
    }

    private List<JsonNode> items(House house, long dataset) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        for (int page = 1; items.size() < PICTURES; page++) {
            call(house, "GET", "/datasets/" + dataset + "/items?limit=500&page=" + page, null)
                    .get("items")
                    .forEach(items::add);
        }
        return items;
    }

    private JsonNode call(House house, String method, String path, String body) throws Exception {
        return json.readTree(send(house, method, path, body));
    }

    private byte[] send(House house, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(house.address(Service.DATASET, path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
