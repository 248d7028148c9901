package dev.fuda.dictionary.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

/**
 * Reads {@code {"tag": count, …}} or {@code [{"tag": …, "category": …, …}, …]} as a stream. An entry that can't be kept
 * is rejected and the next one read; a file that is not JSON is refused as a whole, since nobody can tell what its rest
 * was meant to be.
 */
public final class JsonReader {

    private final RowBuilder rows;
    private final RowSink sink;

    JsonReader(RowBuilder rows, RowSink sink) {
        this.rows = rows;
        this.sink = sink;
    }

    void read(InputStream in) throws IOException {
        try (JsonParser json = JsonInput.OF_TAGS.parser(in)) {
            JsonToken start = json.nextToken();
            if (start == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    whole(json);
                }
            } else if (start == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    entry(json);
                }
            } else {
                throw new UnreadableFileException(
                        "The file is neither a JSON object like {\"long_hair\": 4350743} nor a list of whole tags.");
            }
            if (json.nextToken() != null) {
                throw new UnreadableFileException(
                        "Something follows the JSON at line " + line(json) + ". One file holds one list.");
            }
        } catch (JsonProcessingException e) {
            throw JsonInput.notJson(e);
        } catch (CharacterCodingException e) {
            throw JsonInput.notUtf8();
        }
    }

    private void entry(JsonParser json) throws IOException {
        long line = line(json);
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value != JsonToken.VALUE_NUMBER_INT) {
            json.skipChildren();
            String shown = value == null || value.isStructStart() ? "…" : json.getText();
            sink.reject(Rejection.of(line, "the count is not a whole number", name + ": " + shown));
            return;
        }
        ImportRow row;
        try {
            row = rows.row(line, new RowBuilder.Texts(name, "", json.getText(), "", ""), "");
        } catch (IllegalArgumentException e) {
            sink.reject(Rejection.of(line, e.getMessage(), name + ": " + json.getText()));
            return;
        }
        sink.row(row);
    }

    private void whole(JsonParser json) throws IOException {
        long line = line(json);
        if (json.currentToken() != JsonToken.START_OBJECT) {
            String shown = json.currentToken().isStructStart() ? "…" : json.getText();
            json.skipChildren();
            sink.reject(Rejection.of(line, "the entry is no object like {\"tag\": \"long_hair\", …}", shown));
            return;
        }
        TagObject tag = TagObject.read(json);
        ImportRow row;
        try {
            row = tag.row(line, rows);
        } catch (IllegalArgumentException e) {
            sink.reject(Rejection.of(line, e.getMessage(), tag.tag()));
            return;
        }
        sink.row(row);
    }

    private static long line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }
}
