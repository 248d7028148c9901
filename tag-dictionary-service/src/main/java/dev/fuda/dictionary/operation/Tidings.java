package dev.fuda.dictionary.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fuda.dictionary.name.Category;
import dev.fuda.kernel.event.DictionaryEvent;
import dev.fuda.kernel.event.DictionaryEvent.AliasChanged;
import dev.fuda.kernel.event.DictionaryEvent.Change;
import dev.fuda.kernel.event.DictionaryEvent.TagChanged;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What everybody else is told of rows that changed. */
final class Tidings {

    private Tidings() {}

    /** Rows of aliases and implications know their tags by id only. */
    static List<DictionaryEvent> of(Tx tx, Diff diff) {
        List<DictionaryEvent> events = new ArrayList<>();
        Map<Long, String> names = new HashMap<>();
        for (Diff.Change row : diff.of(Table.TAG)) {
            JsonNode tag = row.after() == null ? row.before() : row.after();
            names.put(tag.get("id").asLong(), tag.get("name").asText());
            events.add(new TagChanged(
                    tag.get("id").asLong(),
                    tag.get("name").asText(),
                    Category.ofCode(tag.get("category").asInt()).label(),
                    kind(row)));
        }
        for (Diff.Change row : diff.of(Table.TAG_IMPLICATION)) {
            // The tag itself is as it was; who looks at it sees what it implies.
            Row tag = tx.row(
                    "select id, name, category from tag where id = $1",
                    row.present().get("antecedent_id").asLong());
            if (tag != null && names.putIfAbsent(tag.getLong("id"), tag.getString("name")) == null) {
                events.add(new TagChanged(
                        tag.getLong("id"),
                        tag.getString("name"),
                        Category.ofCode(tag.getInteger("category")).label(),
                        Change.UPDATED));
            }
        }
        for (Diff.Change row : diff.of(Table.TAG_ALIAS)) {
            JsonNode alias = row.after() == null ? row.before() : row.after();
            String tag = names.computeIfAbsent(alias.get("tag_id").asLong(), id -> name(tx, id));
            if (tag != null) {
                events.add(new AliasChanged(alias.get("alias").asText(), tag, kind(row)));
            }
        }
        return events;
    }

    private static String name(Tx tx, long id) {
        Row tag = tx.row("select name from tag where id = $1", id);
        return tag == null ? null : tag.getString("name");
    }

    private static Change kind(Diff.Change row) {
        return row.before() == null ? Change.CREATED : row.after() == null ? Change.DELETED : Change.UPDATED;
    }
}
