package dev.fuda.dictionary.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables that operations touch, those that others refer to first.
 *
 * <p>Rows travel as JSON, one text by column as PostgreSQL writes it, and so need no class each.
 */
enum Table {
    TAG("id = any($1) or replacement_id = any($1)", "id"),
    TAG_ALIAS("tag_id = any($1) or alias = any($2)", "id"),
    TAG_TRANSLATION("tag_id = any($1)", "id"),
    ALTERNATIVE_TRANSLATION("tag_id = any($1)", "id"),
    TAG_STATUS("tag_id = any($1) or preferred_tag_id = any($1)", "tag_id", "format_id"),
    TAG_USAGE_COUNT("tag_id = any($1)", "tag_id", "format_id"),
    TAG_IMPLICATION("antecedent_id = any($1) or consequent_id = any($1)", "id"),
    VOCABULARY_TAG("tag_id = any($1)", "vocabulary_id", "tag_id"),
    TAG_REVIEW("tag_id = any($1)", "tag_id"),
    TAG_PICK("tag_id = any($1)", "author", "tag_id"),
    TAG_GROUP("tags && $2", "id"),
    ALIAS_REQUEST("alias = any($2) or target = any($2)", "id");

    /** Columns that count edits or note what lists say, and do not say anything themselves. */
    private static final Set<String> COUNTERS = Set.of("version", "updated_at", "base_values");

    final List<String> key;
    private final String touched;

    Table(String touched, String... key) {
        this.touched = touched;
        this.key = List.of(key);
    }

    static boolean isCounter(String column) {
        return COUNTERS.contains(column);
    }

    /** Whether edits of its rows are counted. */
    boolean hasVersion() {
        return this == TAG || this == TAG_GROUP;
    }

    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * All rows of tags with ids {@code $1} and names {@code $2}; both are always given, so both need a type. Locked:
     * what somebody else changes meanwhile is not what the operation did.
     */
    String select() {
        return "select to_jsonb(t)::text as row from %s t where (%s) and $1::bigint[] is not null and $2::text[] is not null for update of t"
                .formatted(sqlName(), touched);
    }

    /** The rows with the keys of {@code $1}, locked. */
    String lock() {
        return "select to_jsonb(t)::text as row from %s t join jsonb_populate_recordset(null::%s, $1::text::jsonb) k using (%s) for update of t"
                .formatted(sqlName(), sqlName(), String.join(", ", key));
    }

    /** Puts the row {@code $1} back; of a vocabulary that is gone there is nothing to put back. */
    String insert() {
        return "insert into %s select k.* from jsonb_populate_record(null::%s, $1::text::jsonb) k"
                        .formatted(sqlName(), sqlName())
                + (this == VOCABULARY_TAG ? " join vocabulary v on v.id = k.vocabulary_id" : "");
    }

    /** Gives the row with the key of {@code $1} its values in these columns. */
    String update(List<String> columns) {
        String values =
                columns.stream().map(column -> column + " = k." + column).collect(Collectors.joining(", "));
        String version = hasVersion() ? ", version = t.version + 1, updated_at = now()" : "";
        return "update %s t set %s%s from jsonb_populate_record(null::%s, $1::text::jsonb) k where %s"
                .formatted(sqlName(), values, version, sqlName(), sameKey());
    }

    String delete() {
        return "delete from %s t using jsonb_populate_record(null::%s, $1::text::jsonb) k where %s"
                .formatted(sqlName(), sqlName(), sameKey());
    }

    private String sameKey() {
        return key.stream().map(column -> "t." + column + " = k." + column).collect(Collectors.joining(" and "));
    }

    /** What tells its rows apart. */
    List<String> keyOf(JsonNode row) {
        return key.stream().map(column -> row.get(column).asText()).toList();
    }
}
