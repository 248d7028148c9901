package dev.fuda.dataset.item;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the images, caption files and tags of many items, then puts each item together. */
final class ItemParts {

    static final String IMAGES = """
            select item_id, suffix, relative_path, width, height, file_size, sha256 from item_image
            where item_id = any($1) order by item_id, suffix
            """;

    static final String CAPTIONS = """
            select item_id, caption_subtype, relative_path from caption
            where item_id = any($1) and relative_path is not null
            order by item_id, caption_type = 'tags' desc, caption_subtype
            """;

    static final String TAGS = """
            select t.item_id, c.caption_subtype, t.id, n.name, t.position, t.tag_group, t.confidence, t.source
            from item_tag t join caption c on c.id = t.caption_id join tag_name n on n.id = t.tag_id
            where t.item_id = any($1) order by t.item_id, c.caption_subtype, t.position
            """;

    private final Map<Long, Map<String, RelatedImage>> images = new HashMap<>();
    private final Map<Long, Map<String, String>> captionPaths = new HashMap<>();
    private final Map<Long, Map<String, List<Tag>>> tags = new HashMap<>();

    void addImages(RowSet<Row> rows) {
        for (Row row : rows) {
            images.computeIfAbsent(row.getLong("item_id"), id -> new LinkedHashMap<>())
                    .put(
                            row.getString("suffix"),
                            new RelatedImage(
                                    row.getString("relative_path"),
                                    row.getInteger("width"),
                                    row.getInteger("height"),
                                    row.getLong("file_size"),
                                    row.getString("sha256")));
        }
    }

    void addCaptions(RowSet<Row> rows) {
        for (Row row : rows) {
            captionPaths
                    .computeIfAbsent(row.getLong("item_id"), id -> new LinkedHashMap<>())
                    .putIfAbsent(row.getString("caption_subtype"), row.getString("relative_path"));
        }
    }

    void addTags(RowSet<Row> rows) {
        for (Row row : rows) {
            tags.computeIfAbsent(row.getLong("item_id"), id -> new LinkedHashMap<>())
                    .computeIfAbsent(row.getString("caption_subtype"), subtype -> new ArrayList<>())
                    .add(new Tag(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getInteger("position"),
                            row.getString("tag_group"),
                            row.getFloat("confidence"),
                            row.getString("source")));
        }
    }

    DatasetItem item(Row row) {
        long id = row.getLong("id");
        Map<String, RelatedImage> own = images.getOrDefault(id, Map.of());
        return new DatasetItem(
                id,
                row.getLong("dataset_id"),
                row.getString("item_type"),
                row.getString("base_name"),
                row.getString("root") + "/" + row.getString("relative_path"),
                row.getString("relative_path"),
                row.getString("image_suffix"),
                row.getInteger("width"),
                row.getInteger("height"),
                row.getLong("file_size"),
                row.getString("image_hash"),
                own.size() > 1 ? own : Map.of(),
                captionPaths.getOrDefault(id, Map.of()),
                tags.getOrDefault(id, Map.of()),
                row.getInteger("tag_count"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
