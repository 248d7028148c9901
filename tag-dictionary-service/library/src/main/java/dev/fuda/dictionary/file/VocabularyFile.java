package dev.fuda.dictionary.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The names that a site or a model knows, in any of the forms in which they are published:
 *
 * <ul>
 *   <li>CSV with a header that names a column {@code name} or {@code tag} and maybe {@code count}, such as {@code
 *       selected_tags.csv} of WD taggers
 *   <li>CSV {@code name,category,count,…} without a header, such as lists of Danbooru and e621
 *   <li>JSON {@code {"0": {"tag": …}}} or {@code {"idx_to_tag": {"0": …}}}, such as {@code tag_mapping.json} of cl_tagger
 *   <li>JSON {@code ["a", "b"]}, and JSON {@code {"a": count}}
 *   <li>text with one name on each line
 * </ul>
 */
public record VocabularyFile(Path path) {

    /** The two parts of older tag mappings. */
    private static final String NAMES_OF_MAPPING = "idx_to_tag";

    private static final String CATEGORIES_OF_MAPPING = "tag_to_category";

    /** Takes what is read, in the order of the file. */
    public interface Sink {
        /**
         * @param name as it is written there
         * @param count null where the file has none
         */
        void name(String name, Long count);

        void reject(Rejection rejection);
    }

    /** @throws UnreadableFileException if it is none of these forms */
    public void read(Sink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            in.mark(64);
            int first = in.read();
            boolean hasMark = first == 0xef;
            if (hasMark) {
                in.readNBytes(2);
                first = in.read();
            }
            for (int i = 0; i < 60 && (first == ' ' || first == '\n' || first == '\r' || first == '\t'); i++) {
                first = in.read();
            }
            in.reset();
            if (first == '{' || first == '[') {
                in.skipNBytes(hasMark ? 3 : 0);
                readJson(in, sink);
            } else {
                readLines(new Lines(in), sink);
            }
        }
    }

    private static void readLines(Lines lines, Sink sink) throws IOException {
        int name = 0;
        int count = -1;
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.fault() != null) {
                sink.reject(Rejection.of(line.number(), line.fault(), line.text()));
                continue;
            }
            if (line.text().isBlank()) {
                continue;
            }
            List<String> fields;
            try {
                fields = CsvRecord.parse(line.text());
            } catch (IllegalArgumentException e) {
                sink.reject(Rejection.of(line.number(), e.getMessage(), line.text()));
                continue;
            }
            if (line.number() == 1) {
                List<String> header = fields.stream()
                        .map(field -> field.strip().toLowerCase(Locale.ROOT))
                        .toList();
                int named = header.contains("name") ? header.indexOf("name") : header.indexOf("tag");
                if (named >= 0 && fields.size() > 1) {
                    name = named;
                    count = header.indexOf("count");
                    continue;
                }
                count = fields.size() > 2 ? 2 : -1;
            }
            if (fields.size() <= name) {
                sink.reject(Rejection.of(line.number(), "the line has no name", line.text()));
            } else {
                sink.name(fields.get(name), count >= 0 && count < fields.size() ? number(fields.get(count)) : null);
            }
        }
    }

    private void readJson(InputStream in, Sink sink) throws IOException {
        try (JsonParser json = JsonInput.OF_TAGS.parser(in)) {
            json.nextToken();
            entries(json, sink);
            if (json.nextToken() != null) {
                throw new UnreadableFileException("Something follows the JSON. One file holds one vocabulary.");
            }
        } catch (JsonProcessingException e) {
            throw JsonInput.notJson(e);
        } catch (CharacterCodingException e) {
            throw JsonInput.notUtf8();
        }
    }

    /** The entries of the list or object that starts here, to its end. */
    private static void entries(JsonParser json, Sink sink) throws IOException {
        boolean isList = json.currentToken() == JsonToken.START_ARRAY;
        if (!isList && json.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableFileException("The file is neither a list nor an object of names.");
        }
        JsonToken token = json.nextToken();
        while (token != JsonToken.END_ARRAY && token != JsonToken.END_OBJECT) {
            String key = null;
            if (!isList) {
                key = json.currentName();
                json.nextToken();
            }
            entry(key, json, sink);
            token = json.nextToken();
        }
    }

    private static void entry(String key, JsonParser json, Sink sink) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING -> sink.name(json.getText(), null);
            case START_OBJECT, START_ARRAY -> {
                if (NAMES_OF_MAPPING.equals(key)) {
                    entries(json, sink);
                } else if (CATEGORIES_OF_MAPPING.equals(key)) {
                    json.skipChildren();
                } else {
                    described(key, json, sink);
                }
            }
            case VALUE_NUMBER_INT -> {
                if (key == null || json.getTextLength() > 18) {
                    reject(key, json, sink);
                } else {
                    sink.name(key, json.getLongValue());
                }
            }
            default -> reject(key, json, sink);
        }
    }

    /** {@code {"tag": …, "count": …}}, whatever else it says. */
    private static void described(String key, JsonParser json, Sink sink) throws IOException {
        String name = null;
        Long count = null;
        boolean isObject = json.currentToken() == JsonToken.START_OBJECT;
        if (!isObject) {
            json.skipChildren();
        }
        while (isObject && json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("tag") && value == JsonToken.VALUE_STRING) {
                name = json.getText();
            } else if (field.equals("count") && value == JsonToken.VALUE_NUMBER_INT && json.getTextLength() <= 18) {
                count = json.getLongValue();
            } else {
                json.skipChildren();
            }
        }
        if (name == null) {
            reject(key, json, sink);
        } else {
            sink.name(name, count);
        }
    }

    private static void reject(String key, JsonParser json, Sink sink) {
        sink.reject(
                Rejection.of(json.currentTokenLocation().getLineNr(), "the entry has no name", key == null ? "" : key));
    }

    private static Long number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }
}
