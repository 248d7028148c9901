package dev.fuda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Listens to the live feed, as an open browser does, and counts the services' events by type. */
final class LiveEvents implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Returns when the feed is open, so that nothing that happens afterwards is missed. */
    LiveEvents(String address) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/api/live")).build();
        try {
            HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            CompletableFuture.runAsync(
                    () -> answer.body().forEach(this::read),
                    command -> Thread.ofVirtual().start(command));
        } catch (IOException e) {
            throw new DemoFailure("The live feed at " + address + "/api/live does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted");
        }
    }

    private void read(String line) {
        if (!line.startsWith("data:")) {
            return;
        }
        try {
            JsonNode frame = json.readTree(line.substring("data:".length()));
            synchronized (counts) {
                counts.merge(frame.path("type").asText(), 1, Integer::sum);
                counts.notifyAll();
            }
        } catch (IOException e) {
            throw new DemoFailure("The live feed sent what is no JSON: " + line);
        }
    }

    /** The counts since the last call, as {@code "56 × ItemIndexed, 1 × DatasetReindexed"}, in the order of {@code types}. */
    String take(List<String> types) {
        synchronized (counts) {
            String text = types.stream()
                    .filter(counts::containsKey)
                    .map(type -> counts.get(type) + " × " + type)
                    .collect(Collectors.joining(", "));
            types.forEach(counts::remove);
            return text.isEmpty() ? "no events seen" : text;
        }
    }

    /** Waits, for at most {@code millis}, until {@code count} events of a type have come. */
    void await(String type, int count, long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000;
        synchronized (counts) {
            while (counts.getOrDefault(type, 0) < count && System.nanoTime() < deadline) {
                try {
                    counts.wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
