package dev.fuda.bench.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.bench.House;
import dev.fuda.bench.Samples;
import dev.fuda.dictionary.suggest.TagEntry;
import dev.fuda.local.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How long after somebody began to send an edit through the gateway a search shows it. */
final class Freshness {

    private static final int EDITS = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http;
    private final House house;

    Freshness(HttpClient http, House house) {
        this.http = http;
        this.house = house;
    }

    void print(List<TagEntry> tags, PrintStream out) throws IOException, InterruptedException {
        Samples all = new Samples();
        for (int i = 0; i < EDITS; i++) {
            String tag = tags.get(i * (tags.size() / EDITS)).name();
            String shown = "Edited " + i;
            long id = found(tag).get("id").asLong();
            long before = System.nanoTime();
            put(id, shown);
            while (!shown.equals(found(tag).get("display_name").asText())) {
                Thread.onSpinWait();
            }
            all.add(System.nanoTime() - before);
        }
        out.println("  an edit sent through the gateway is found there after " + all.inMillis()
                + " (wanted at most 50 ms)");
    }

    private JsonNode found(String tag) throws IOException, InterruptedException {
        URI address = house.address(
                Service.GATEWAY,
                "/api/tag-dictionary/search?means=prefix&limit=1&query="
                        + URLEncoder.encode(tag, StandardCharsets.UTF_8));
        return json.readTree(answer(HttpRequest.newBuilder(address)))
                .get("results")
                .get(0);
    }

    private void put(long id, String shown) throws IOException, InterruptedException {
        String body = json.createObjectNode().put("display_name", shown).toString();
        answer(HttpRequest.newBuilder(house.address(Service.GATEWAY, "/api/tag-dictionary/" + id))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
