package dev.fuda.dictionary.overlay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fuda.dictionary.file.OverlayFile;
import java.io.IOException;
import java.io.Writer;

/** Writes an overlay with each entry on a line of its own, so that lines can be named and two files compared. */
final class OverlayWriter implements OverlayRows.Taker {

    private final Writer out;
    private final ObjectMapper json;
    private boolean isFirstSection = true;
    private boolean isFirstEntry;

    OverlayWriter(Writer out, ObjectMapper json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void begin(String section) throws IOException {
        out.write(isFirstSection ? "{\"" + OverlayFile.MARK + "\":" + OverlayFile.VERSION + "," : "],");
        out.write("\n\"" + section + "\":[");
        isFirstSection = false;
        isFirstEntry = true;
    }

    @Override
    public void take(ObjectNode entry) throws IOException {
        out.write(isFirstEntry ? "\n" : ",\n");
        out.write(json.writeValueAsString(entry));
        isFirstEntry = false;
    }

    void end() throws IOException {
        out.write("]}\n");
    }
}
