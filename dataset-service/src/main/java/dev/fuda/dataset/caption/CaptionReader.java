package dev.fuda.dataset.caption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.caption.ItemState.StoredCaption;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the captions and tags of many items: three queries, whatever their number. */
@ApplicationScoped
public class CaptionReader {

    private static final String ITEMS = """
            select i.id, i.dataset_id, d.path, i.relative_path, i.version, d.caption_suffixes
            from item i join dataset d on d.id = i.dataset_id where i.id = any($1) and not i.missing order by i.id
            """;

    private static final String CAPTIONS = """
            select id, item_id, caption_type, caption_subtype, content, language, source, source_field, relative_path,
                style::text as style, base_hash, dirty
            from caption where item_id = any($1) and not remove_file order by id
            """;

    private static final String TAGS = """
            select t.caption_id, n.name, t.tag_group, t.confidence, t.source
            from item_tag t join tag_name n on n.id = t.tag_id where t.item_id = any($1) order by t.caption_id, t.position
            """;

    private final ObjectMapper json;

    CaptionReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The items with these ids that still have their files, by id. Versions are read first: who finds one unchanged later
     * knows that nothing was changed since before the captions were read.
     */
    public Uni<Map<Long, ItemState>> load(SqlClient client, Collection<Long> ids) {
        Tuple items = Tuple.of(ids.toArray(Long[]::new));
        Map<Long, List<TagState>> tags = new HashMap<>();
        Map<Long, List<StoredCaption>> captions = new HashMap<>();
        return client.preparedQuery(ITEMS)
                .execute(items)
                .flatMap(found -> client.preparedQuery(TAGS)
                        .execute(items)
                        .invoke(rows -> rows.forEach(
                                row -> tags.computeIfAbsent(row.getLong("caption_id"), id -> new ArrayList<>())
                                        .add(tag(row))))
                        .flatMap(done -> client.preparedQuery(CAPTIONS).execute(items))
                        .invoke(rows -> rows.forEach(row -> captions.computeIfAbsent(
                                        row.getLong("item_id"), id -> new ArrayList<>())
                                .add(caption(row, tags.getOrDefault(row.getLong("id"), List.of())))))
                        .map(done -> {
                            Map<Long, ItemState> states = new LinkedHashMap<>();
                            found.forEach(row -> states.put(row.getLong("id"), item(row, captions)));
                            return states;
                        }));
    }

    private static ItemState item(Row row, Map<Long, List<StoredCaption>> captions) {
        return new ItemState(
                row.getLong("id"),
                row.getLong("dataset_id"),
                Path.of(row.getString("path")),
                row.getString("relative_path"),
                row.getInteger("version"),
                List.of(row.getArrayOfStrings("caption_suffixes")),
                captions.getOrDefault(row.getLong("id"), List.of()));
    }

    private StoredCaption caption(Row row, List<TagState> tags) {
        CaptionState state = new CaptionState(
                row.getString("caption_type"),
                row.getString("caption_subtype"),
                row.getString("content"),
                row.getString("language"),
                row.getString("source"),
                row.getString("source_field"),
                row.getString("relative_path"),
                row.getString("style") == null ? null : read(row.getString("style")),
                tags);
        return new StoredCaption(row.getLong("id"), state, row.getString("base_hash"), row.getBoolean("dirty"));
    }

    private static TagState tag(Row row) {
        return new TagState(
                row.getString("name"), row.getString("tag_group"), row.getFloat("confidence"), row.getString("source"));
    }

    private FileStyle read(String style) {
        try {
            return json.readValue(style, FileStyle.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A file style cannot be read: " + style, e);
        }
    }
}
