package dev.fuda.dictionary.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Tags as CSV, in the columns that an import reads. A spreadsheet takes a cell that starts with {@code =}, {@code +},
 * {@code -}, {@code @}, a tab or a line end for a formula; such cells get an apostrophe before them, unless the file is
 * not meant for one (OWASP, CSV injection). An import takes it off again, so a cell that itself begins like one that was
 * made harmless gets another in every file.
 */
final class SpreadsheetCsv {

    private static final String FORMULA = "=+-@\t\r\n";

    private final Writer out;
    private final boolean neutralise;

    SpreadsheetCsv(Writer out, boolean neutralise) {
        this.out = out;
        this.neutralise = neutralise;
    }

    void header() throws IOException {
        out.write("tag,category,count,display_name,aliases,description\r\n");
    }

    void row(TagRow tag) throws IOException {
        line(List.of(
                tag.tag(),
                tag.category().label(),
                Integer.toString(tag.count()),
                tag.displayName() == null ? "" : tag.displayName(),
                String.join(",", tag.aliases()),
                tag.description() == null ? "" : tag.description()));
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    private String cell(String text) {
        String safe = needsApostrophe(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private boolean needsApostrophe(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return (neutralise || at > 0) && at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
