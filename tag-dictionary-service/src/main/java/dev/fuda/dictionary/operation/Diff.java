package dev.fuda.dictionary.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fuda.kernel.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operation did to rows: each before and after, absent where there was none. It can be taken back as long as
 * nobody changed the same columns of the same rows since.
 */
record Diff(Map<Table, List<Change>> changes) {

    /** One row. */
    record Change(JsonNode before, JsonNode after) {
        JsonNode present() {
            return before == null ? after : before;
        }

        /** The columns that differ, without those that only count. */
        List<String> columns() {
            List<String> columns = new ArrayList<>();
            before.fieldNames().forEachRemaining(column -> {
                if (!Table.isCounter(column) && !before.get(column).equals(after.get(column))) {
                    columns.add(column);
                }
            });
            return columns;
        }
    }

    /** The rows of some tags as they are. */
    record Snapshot(Map<Table, Map<List<String>, JsonNode>> rows) {

        static Snapshot of(Tx tx, ObjectMapper json, Collection<Long> ids, Collection<String> names) {
            Map<Table, Map<List<String>, JsonNode>> rows = new EnumMap<>(Table.class);
            Long[] tags = ids.toArray(Long[]::new);
            String[] texts = names.toArray(String[]::new);
            for (Table table : Table.values()) {
                rows.put(table, read(tx, json, table, table.select(), tags, texts));
            }
            return new Snapshot(rows);
        }

        /** The rows of the same tags now, also those that the tags have left: a group without them is still there. */
        Snapshot again(Tx tx, ObjectMapper json, Collection<Long> ids, Collection<String> names) {
            Snapshot now = of(tx, json, ids, names);
            rows.forEach((table, before) -> {
                Map<List<String>, JsonNode> found = now.rows().get(table);
                List<JsonNode> left = before.entrySet().stream()
                        .filter(row -> !found.containsKey(row.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
                if (!left.isEmpty()) {
                    found.putAll(Diff.read(tx, json, table, table.lock(), keys(json, table, left)));
                }
            });
            return now;
        }

        Diff to(Snapshot after) {
            Map<Table, List<Change>> changes = new EnumMap<>(Table.class);
            rows.forEach((table, before) -> {
                Map<List<String>, JsonNode> now = after.rows().get(table);
                Set<List<String>> keys = new java.util.LinkedHashSet<>(before.keySet());
                keys.addAll(now.keySet());
                List<Change> changed = keys.stream()
                        .map(key -> new Change(before.get(key), now.get(key)))
                        .filter(change -> change.before() == null
                                || change.after() == null
                                || !change.columns().isEmpty())
                        .toList();
                if (!changed.isEmpty()) {
                    changes.put(table, changed);
                }
            });
            return new Diff(changes);
        }
    }

    private static Map<List<String>, JsonNode> read(
            Tx tx, ObjectMapper json, Table table, String sql, Object... parameters) {
        Map<List<String>, JsonNode> rows = new LinkedHashMap<>();
        for (Row row : tx.rows(sql, parameters)) {
            JsonNode tree = tree(json, row.getString("row"));
            rows.put(table.keyOf(tree), tree);
        }
        return rows;
    }

    int count(Table table) {
        return changes.getOrDefault(table, List.of()).size();
    }

    List<Change> of(Table table) {
        return changes.getOrDefault(table, List.of());
    }

    Diff inverse() {
        Map<Table, List<Change>> inverse = new EnumMap<>(Table.class);
        changes.forEach((table, rows) -> inverse.put(
                table,
                rows.stream()
                        .map(change -> new Change(change.after(), change.before()))
                        .toList()));
        return new Diff(inverse);
    }

    /**
     * Puts all rows back, or none.
     *
     * @throws Problem 409 with what was changed since
     */
    void takeBack(Tx tx, ObjectMapper json) {
        Map<Table, Map<List<String>, JsonNode>> now = lock(tx, json);
        Set<String> obstacles = new TreeSet<>();
        changes.forEach((table, rows) -> rows.forEach(change -> {
            String obstacle = obstacle(table, change, now.get(table).get(table.keyOf(change.present())));
            if (obstacle != null) {
                obstacles.add(obstacle);
            }
        }));
        if (!obstacles.isEmpty()) {
            throw Problem.conflict(
                            "changed-since",
                            "This can't be undone: " + String.join("; ", obstacles)
                                    + ". Undo the later change first, or put things right by hand.")
                    .with("changed", List.copyOf(obstacles));
        }
        for (Table table : List.of(Table.values()).reversed()) {
            of(table).stream()
                    .filter(change -> change.before() == null)
                    .forEach(change -> tx.write(table.delete(), change.after().toString()));
        }
        for (Table table : Table.values()) {
            for (Change change : of(table)) {
                if (change.before() != null && change.after() == null) {
                    tx.write(table.insert(), change.before().toString());
                } else if (change.before() != null) {
                    tx.write(table.update(change.columns()), change.before().toString());
                }
            }
        }
    }

    private Map<Table, Map<List<String>, JsonNode>> lock(Tx tx, ObjectMapper json) {
        Map<Table, Map<List<String>, JsonNode>> now = new EnumMap<>(Table.class);
        changes.forEach((table, rows) -> {
            String keys = keys(json, table, rows.stream().map(Change::present).toList());
            now.put(table, read(tx, json, table, table.lock(), keys));
        });
        return now;
    }

    private static String keys(ObjectMapper json, Table table, List<JsonNode> rows) {
        ArrayNode keys = json.createArrayNode();
        rows.forEach(row -> {
            ObjectNode key = keys.addObject();
            table.key.forEach(column -> key.set(column, row.get(column)));
        });
        return keys.toString();
    }

    /** What stands against putting a row back, for a person; null when nothing does. */
    private static String obstacle(Table table, Change change, JsonNode now) {
        if (change.after() == null) {
            return now == null ? null : describe(table, now) + " is there again";
        }
        if (change.before() == null) {
            return null;
        }
        if (now == null) {
            // Of a vocabulary that is gone there is nothing to put right.
            return table == Table.VOCABULARY_TAG ? null : describe(table, change.after()) + " was removed";
        }
        List<String> changed = change.columns().stream()
                .filter(column ->
                        !Objects.equals(now.get(column), change.after().get(column)))
                .toList();
        return changed.isEmpty() ? null : describe(table, now) + " was changed (" + String.join(", ", changed) + ")";
    }

    private static String describe(Table table, JsonNode row) {
        return switch (table) {
            case TAG -> "the tag " + row.get("name").asText();
            case TAG_ALIAS -> "the alias " + row.get("alias").asText();
            case TAG_GROUP -> "the group " + row.get("name").asText();
            case TAG_TRANSLATION, ALTERNATIVE_TRANSLATION ->
                "the translation " + row.get("translation").asText();
            case TAG_IMPLICATION -> "an implication";
            case ALIAS_REQUEST -> "the request for " + row.get("alias").asText();
            case TAG_STATUS, TAG_USAGE_COUNT, VOCABULARY_TAG, TAG_REVIEW, TAG_PICK ->
                "a row of " + table.sqlName().replace('_', ' ');
        };
    }

    private static JsonNode tree(ObjectMapper json, String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row cannot be read", e);
        }
    }

    /** As it is kept with the operation. */
    String write(ObjectMapper json) {
        ObjectNode root = json.createObjectNode();
        changes.forEach((table, rows) -> {
            ArrayNode list = root.putArray(table.sqlName());
            rows.forEach(change -> {
                ObjectNode entry = list.addObject();
                entry.set("before", change.before());
                entry.set("after", change.after());
            });
        });
        return root.toString();
    }

    static Diff read(ObjectMapper json, String text) {
        JsonNode root = tree(json, text);
        Map<Table, List<Change>> changes = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            List<Change> rows = new ArrayList<>();
            root.path(table.sqlName())
                    .forEach(entry -> rows.add(new Change(present(entry.get("before")), present(entry.get("after")))));
            if (!rows.isEmpty()) {
                changes.put(table, rows);
            }
        }
        return new Diff(changes);
    }

    private static JsonNode present(JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
