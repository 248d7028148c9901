package dev.fuda.tagger.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the files in which taggers name their outputs; the place in the list is the place in the output. */
final class LabelFiles {

    /** Danbooru's category numbers, and 9 for ratings, as WD taggers write them. */
    private static final Map<String, String> WD_CATEGORIES =
            Map.of("0", "general", "1", "artist", "3", "copyright", "4", "character", "5", "meta", "9", "rating");

    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelFiles() {}

    /**
     * {@code selected_tags.csv} of the WD taggers: a header with {@code name} and {@code category}, then one row for each
     * output.
     *
     * @throws BrokenModel if the header or a row is not as expected, with the line
     */
    static List<Label> selectedTags(String csv) {
        List<String> lines = csv.lines().toList();
        List<String> header = lines.isEmpty() ? List.of() : cells(lines.getFirst());
        int name = header.indexOf("name");
        int category = header.indexOf("category");
        if (name < 0 || category < 0) {
            throw new BrokenModel("selected_tags.csv doesn't begin with a header that has name and category.");
        }
        List<Label> labels = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).isBlank()) {
                continue;
            }
            List<String> row = cells(lines.get(line));
            String kind = row.size() <= Math.max(name, category) ? null : WD_CATEGORIES.get(row.get(category));
            if (kind == null) {
                throw new BrokenModel(
                        "Line " + (line + 1) + " of selected_tags.csv has no known category: " + lines.get(line));
            }
            String tag = row.get(name);
            // Emoticons such as >_< keep their underscores.
            String shown = tag.codePointCount(0, tag.length()) > 3 ? tag.replace('_', ' ') : tag;
            labels.add(new Label(tag, kind, shown));
        }
        return labels;
    }

    /**
     * {@code tag_mapping.json} of cl_tagger: {@code {"0": {"tag", "category"}}}, or the older
     * {@code {"idx_to_tag", "tag_to_category"}}.
     *
     * @throws BrokenModel if it is neither
     */
    static List<Label> tagMapping(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new BrokenModel("tag_mapping.json is no JSON: " + e.getOriginalMessage());
        }
        boolean older = root.has("idx_to_tag");
        JsonNode tags = older ? root.get("idx_to_tag") : root;
        Label[] labels = new Label[tags.size()];
        for (Map.Entry<String, JsonNode> entry : tags.properties()) {
            String tag = older
                    ? entry.getValue().asText()
                    : entry.getValue().path("tag").asText();
            String category = older
                    ? root.path("tag_to_category").path(tag).asText()
                    : entry.getValue().path("category").asText();
            int index = index(entry.getKey(), labels.length);
            if (tag.isEmpty() || category.isEmpty()) {
                throw new BrokenModel("Entry " + index + " of tag_mapping.json has no tag or no category.");
            }
            String shown = tag.replace('_', ' ').replace("\\(", "(").replace("\\)", ")");
            String canonical =
                    tag.replace("\\(", "(").replace("\\)", ")").strip().replace(' ', '_');
            labels[index] = new Label(canonical, category.toLowerCase(Locale.ROOT), shown);
        }
        return List.of(labels);
    }

    private static int index(String key, int count) {
        try {
            int index = Integer.parseInt(key);
            if (index >= 0 && index < count) {
                return index;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        throw new BrokenModel("tag_mapping.json has " + count + " entries, but one is numbered '" + key + "'.");
    }

    /** The cells of a CSV row; a cell with commas or quotes stands in double quotes. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
