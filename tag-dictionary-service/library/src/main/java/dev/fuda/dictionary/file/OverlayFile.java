package dev.fuda.dictionary.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.fuda.dictionary.name.TagName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What people said over an installed base, read as a stream: {@code {"fuda_overlay": 1, "tags": […], "implications":
 * […]}}. An entry that can't be kept is rejected and the next one read; a file that is not JSON, or of another version,
 * is refused as a whole.
 */
public record OverlayFile(Path path) {

    /** The first field of such a file, and the version that is written and read. */
    public static final String MARK = "fuda_overlay";

    public static final int VERSION = 1;

    private static final JsonInput JSON = new JsonInput(1_000);

    /** Takes what is read, in the order of the file. */
    public interface Sink {
        void tag(long line, OverlayTag tag) throws IOException;

        /** Whatever has the first tag has the second one too; they are not the same. */
        void implication(long line, String antecedent, String consequent) throws IOException;

        void reject(Rejection rejection);
    }

    /** @throws UnreadableFileException if it is no such file */
    public void read(Sink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
                JsonParser json = JSON.parser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT
                    || json.nextToken() != JsonToken.FIELD_NAME
                    || !json.currentName().equals(MARK)) {
                throw new UnreadableFileException(
                        "The file is no overlay: that begins with {\"" + MARK + "\": " + VERSION + ".");
            }
            if (json.nextToken() != JsonToken.VALUE_NUMBER_INT
                    || !json.getText().equals(String.valueOf(VERSION))) {
                throw new UnreadableFileException(
                        "The overlay is of version " + excerpt(json) + "; version " + VERSION + " can be read.");
            }
            sections(json, sink);
        } catch (JsonProcessingException e) {
            throw JsonInput.notJson(e);
        } catch (CharacterCodingException e) {
            throw JsonInput.notUtf8();
        }
    }

    private static void sections(JsonParser json, Sink sink) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String section = json.currentName();
            if (!section.equals("tags") && !section.equals("implications")) {
                throw new UnreadableFileException("An overlay has tags and implications, but no '"
                        + section.substring(0, Math.min(40, section.length())) + "'.");
            }
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new UnreadableFileException("'" + section + "' is no list.");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                long line = json.currentTokenLocation().getLineNr();
                if (json.currentToken() != JsonToken.START_OBJECT) {
                    sink.reject(Rejection.of(line, "the entry is no object", excerpt(json)));
                    json.skipChildren();
                } else if (section.equals("tags")) {
                    tag(json, line, sink);
                } else {
                    implication(json, line, sink);
                }
            }
        }
        if (json.nextToken() != null) {
            throw new UnreadableFileException("Something follows the overlay. One file holds one overlay.");
        }
    }

    private static void tag(JsonParser json, long line, Sink sink) throws IOException {
        OverlayEntry entry = new OverlayEntry(json);
        entry.read();
        OverlayTag tag;
        try {
            tag = entry.tag();
        } catch (IllegalArgumentException e) {
            sink.reject(Rejection.of(line, e.getMessage(), entry.name()));
            return;
        }
        sink.tag(line, tag);
    }

    private static void implication(JsonParser json, long line, Sink sink) throws IOException {
        String antecedent = "";
        String consequent = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                json.skipChildren();
            } else if (field.equals("antecedent")) {
                antecedent = json.getText();
            } else if (field.equals("consequent")) {
                consequent = json.getText();
            }
        }
        String from;
        String to;
        try {
            from = TagName.of(antecedent);
            to = TagName.of(consequent);
            if (from.equals(to)) {
                throw new IllegalArgumentException("a tag can't imply itself");
            }
        } catch (IllegalArgumentException e) {
            sink.reject(Rejection.of(line, e.getMessage(), antecedent + " → " + consequent));
            return;
        }
        sink.implication(line, from, to);
    }

    private static String excerpt(JsonParser json) throws IOException {
        return json.currentToken() == null || json.currentToken().isStructStart()
                ? "…"
                : json.getText().substring(0, Math.min(40, json.getText().length()));
    }
}
