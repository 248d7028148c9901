package dev.fuda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Adds a tag to one item and takes it back, looking at the caption file on disk after each. */
final class CaptionEdit {

    private final FudaApi api;
    private final Steps steps;
    private final Path folder;

    CaptionEdit(FudaApi api, Steps steps, Path folder) {
        this.api = api;
        this.steps = steps;
        this.folder = folder;
    }

    /** @param search of items to look for one in; any item is taken when none of those has a caption file */
    String show(long dataset, String search) {
        JsonNode item = editable(dataset, search);
        Path file = captionFile(item);
        byte[] before = read(file);
        List<String> tags = new ArrayList<>();
        item.path("tags").path("main").forEach(tag -> tags.add(tag.path("tag").asText()));
        tags.addFirst("masterpiece");
        JsonNode result = api.put(
                "/api/datasets/" + dataset + "/items/" + item.path("id").asLong() + "/tags",
                Map.of(
                        "caption_type",
                        "main",
                        "tags",
                        tags,
                        "version",
                        item.path("version").asLong()));
        byte[] after = read(file);
        steps.line(folder.relativize(file).toString());
        steps.line("  before: " + text(before));
        steps.line("  after:  " + text(after));
        if (!text(after).contains("masterpiece")) {
            throw new DemoFailure("The caption file " + file + " did not follow the edit.");
        }
        String operation = result.path("operation_id").asText();
        api.post("/api/operations/" + operation + "/undo", Map.of());
        if (!Arrays.equals(before, read(file))) {
            throw new DemoFailure("After the undo, the caption file " + file + " is not what it was.");
        }
        steps.line("  undone: the file is byte for byte what it was");
        return operation;
    }

    /** The first item found that has a caption file. */
    private JsonNode editable(long dataset, String search) {
        for (String query : List.of(search, "")) {
            JsonNode page = api.get("/api/datasets/" + dataset + "/items?limit=50&search=" + FudaApi.encoded(query));
            for (JsonNode item : page.path("items")) {
                if (!item.path("caption_paths").isEmpty() && Files.exists(captionFile(item))) {
                    return item;
                }
            }
        }
        throw new DemoFailure("No image in " + folder + " has a caption file to edit.");
    }

    private Path captionFile(JsonNode item) {
        JsonNode paths = item.path("caption_paths");
        return folder.resolve(paths.path("main").asText(paths.elements().next().asText()));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
