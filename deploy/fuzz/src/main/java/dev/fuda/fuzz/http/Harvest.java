package dev.fuda.fuzz.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Values that answers held, by the names of their fields: with these, requests reach things that exist. An {@code id}
 * in an answer of {@code …/datasets} is remembered as {@code dataset_id} too.
 */
final class Harvest {

    private static final int KEPT = 64;
    private static final int LONGEST = 200;

    private final Map<String, List<String>> values = new HashMap<>();

    synchronized void take(String path, JsonNode answer) {
        String[] words = path.split("[/?]");
        String kind = words.length == 0 ? "" : words[words.length - 1];
        take(answer, kind.endsWith("s") ? kind.substring(0, kind.length() - 1) : kind);
    }

    private void take(JsonNode node, String kind) {
        for (JsonNode each : node) {
            if (each.isContainerNode() && node.isArray()) {
                take(each, kind);
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isContainerNode()) {
                take(value, kind);
            } else if (!value.isNull()) {
                keep(field.getKey(), value.asText());
                if (field.getKey().equals("id")) {
                    keep(kind.replace('-', '_') + "_id", value.asText());
                    keep(kind.substring(kind.lastIndexOf('-') + 1) + "_id", value.asText());
                }
            }
        }
    }

    private void keep(String name, String value) {
        if (value.length() <= LONGEST) {
            List<String> known = values.computeIfAbsent(name, n -> new ArrayList<>());
            if (!known.contains(value)) {
                known.add(value);
                if (known.size() > KEPT) {
                    known.removeFirst();
                }
            }
        }
    }

    /** A value that some answer had under this name, or null. */
    synchronized String any(String name, Random random) {
        List<String> known = values.getOrDefault(name, List.of());
        return known.isEmpty() ? null : known.get(random.nextInt(known.size()));
    }
}
