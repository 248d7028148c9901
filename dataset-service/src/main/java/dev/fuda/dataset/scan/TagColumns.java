package dev.fuda.dataset.scan;

import dev.fuda.dataset.scan.CaptionChange.Text;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tags of many captions as columns. A tag that a caption had before keeps its group, confidence and source. */
final class TagColumns {

    private record Origin(String group, Float confidence, String source) {}

    /** A caption whose tags are to be written. */
    record Tagged(long item, long caption, Text text) {}

    private TagColumns() {}

    /**
     * The parameters of an insert.
     *
     * @param numbers of all names that occur
     * @param before the rows that these captions had
     */
    static Tuple of(List<Tagged> tagged, Map<String, Integer> numbers, RowSet<Row> before) {
        Map<String, Origin> origins = origins(before);
        List<Long> items = new ArrayList<>();
        List<Long> captions = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<Integer> tags = new ArrayList<>();
        List<Origin> given = new ArrayList<>();
        for (Tagged caption : tagged) {
            int position = 0;
            for (String name : caption.text().tags()) {
                Integer number = numbers.get(name);
                items.add(caption.item());
                captions.add(caption.caption());
                positions.add(position++);
                tags.add(number);
                given.add(origins.getOrDefault(
                        caption.caption() + "/" + number,
                        new Origin(null, null, caption.text().source())));
            }
        }
        return Tuple.tuple()
                .addArrayOfLong(items.toArray(Long[]::new))
                .addArrayOfLong(captions.toArray(Long[]::new))
                .addArrayOfInteger(positions.toArray(Integer[]::new))
                .addArrayOfInteger(tags.toArray(Integer[]::new))
                .addArrayOfString(given.stream().map(Origin::source).toArray(String[]::new))
                .addArrayOfString(given.stream().map(Origin::group).toArray(String[]::new))
                .addArrayOfFloat(given.stream().map(Origin::confidence).toArray(Float[]::new));
    }

    private static Map<String, Origin> origins(RowSet<Row> rows) {
        Map<String, Origin> origins = new HashMap<>();
        for (Row row : rows) {
            origins.put(
                    row.getLong("caption_id") + "/" + row.getInteger("tag_id"),
                    new Origin(row.getString("tag_group"), row.getFloat("confidence"), row.getString("source")));
        }
        return origins;
    }
}
