package dev.fuda.dataset.export;

import dev.fuda.dataset.caption.CaptionReader;
import dev.fuda.dataset.caption.ItemState;
import dev.fuda.dataset.search.Condition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the items of an export, some hundred at a time in the order of their ids. */
@ApplicationScoped
class ExportItems {

    static final int PAGE = 200;

    private final Pool pool;
    private final CaptionReader captions;

    ExportItems(Pool pool, CaptionReader captions) {
        this.pool = pool;
        this.captions = captions;
    }

    /** An image file of an item. */
    record Image(String suffix, String path, int width, int height, String sha256, boolean primary) {}

    /** @param images the primary one first */
    record Item(ItemState state, List<Image> images) {}

    Uni<Long> count(Condition condition) {
        return pool.preparedQuery("select count(*) from item i where " + condition.where())
                .execute(Tuple.from(condition.parameters()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<String> datasetName(long dataset) {
        return pool.preparedQuery("select name from dataset where id = $1")
                .execute(Tuple.of(dataset))
                .map(rows -> rows.iterator().next().getString("name"));
    }

    /** The names of all tags in a kind of caption of these items. */
    Uni<Set<String>> tagNames(Condition condition, String captionType) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(captionType);
        return pool.preparedQuery("select distinct n.name from item i join item_tag t on t.item_id = i.id"
                        + " join caption c on c.id = t.caption_id join tag_name n on n.id = t.tag_id where c.caption_subtype = $"
                        + parameters.size() + " and " + condition.where())
                .execute(Tuple.from(parameters))
                .map(rows -> {
                    Set<String> names = new TreeSet<>();
                    rows.forEach(row -> names.add(row.getString("name")));
                    return names;
                });
    }

    /** The next items behind this id; none at the end. */
    Uni<List<Item>> after(long id, Condition condition) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(id);
        String sql =
                "select m.item_id, m.suffix, m.relative_path, m.width, m.height, m.sha256, m.suffix = i.image_suffix as main"
                        + " from (select i.id, i.image_suffix from item i where i.id > $" + parameters.size() + " and "
                        + condition.where() + " order by i.id limit " + PAGE
                        + ") i join item_image m on m.item_id = i.id order by i.id, main desc, m.suffix";
        return pool.preparedQuery(sql).execute(Tuple.from(parameters)).flatMap(rows -> {
            Map<Long, List<Image>> images = new LinkedHashMap<>();
            for (Row row : rows) {
                images.computeIfAbsent(row.getLong("item_id"), item -> new ArrayList<>())
                        .add(image(row));
            }
            return captions.load(pool, images.keySet())
                    .map(states -> images.entrySet().stream()
                            .filter(entry -> states.containsKey(entry.getKey()))
                            .map(entry -> new Item(states.get(entry.getKey()), entry.getValue()))
                            .toList());
        });
    }

    private static Image image(Row row) {
        return new Image(
                row.getString("suffix"),
                row.getString("relative_path"),
                row.getInteger("width"),
                row.getInteger("height"),
                row.getString("sha256"),
                row.getBoolean("main"));
    }
}
