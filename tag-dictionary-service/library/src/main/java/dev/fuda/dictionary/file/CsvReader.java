package dev.fuda.dictionary.file;

import dev.fuda.dictionary.file.Lines.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads both CSV forms: {@code name,category,count,"alias,alias"} without a header, and columns in any order under a
 * header with at least {@code tag} (or {@code name}). A broken row is rejected and the next one read; so is a row with
 * a field that is never closed, after which reading goes on with the very next line. Under a header, one apostrophe
 * before {@code =}, {@code +}, {@code -} or {@code @} is taken off.
 */
public final class CsvReader {

    /** How many more lines a quoted field may go on for. */
    private static final int MOST_CONTINUATIONS = 50;

    private static final Map<String, Integer> PLAIN = Map.of("tag", 0, "category", 1, "count", 2, "aliases", 3);
    private static final List<String> COLUMNS =
            List.of("tag", "category", "count", "display_name", "aliases", "description");

    private final Lines lines;
    private final RowBuilder rows;
    private final RowSink sink;

    CsvReader(Lines lines, RowBuilder rows, RowSink sink) {
        this.lines = lines;
        this.rows = rows;
        this.sink = sink;
    }

    void read() throws IOException {
        Line first = lines.next();
        if (first == null) {
            return;
        }
        Map<String, Integer> columns = header(first);
        boolean hasHeader = columns != null;
        if (!hasHeader) {
            columns = PLAIN;
            lines.pushBack(List.of(first));
        }
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.fault() != null) {
                sink.reject(Rejection.of(line.number(), line.fault(), line.text()));
            } else if (!line.text().isBlank()) {
                read(line, columns, hasHeader);
            }
        }
    }

    private void read(Line line, Map<String, Integer> columns, boolean hasHeader) throws IOException {
        ImportRow row;
        try {
            List<String> fields = hasHeader ? unprotected(fields(line)) : CsvRecord.parse(line.text());
            if (!hasHeader && (fields.size() < 3 || fields.size() > 4)) {
                throw new IllegalArgumentException("expected name,category,count,\"alias,alias\", found "
                        + fields.size() + (fields.size() == 1 ? " field" : " fields"));
            }
            row = rows.row(
                    line.number(),
                    new RowBuilder.Texts(
                            field(fields, columns, "tag"),
                            field(fields, columns, "category"),
                            field(fields, columns, "count"),
                            field(fields, columns, "display_name"),
                            field(fields, columns, "description")),
                    field(fields, columns, "aliases"));
        } catch (IllegalArgumentException e) {
            sink.reject(Rejection.of(line.number(), e.getMessage(), line.text()));
            return;
        }
        sink.row(row);
    }

    /** The fields of the record that starts on this line; lines that turn out not to belong to it are given back. */
    private List<String> fields(Line start) throws IOException {
        StringBuilder text = new StringBuilder(start.text());
        List<Line> taken = new ArrayList<>();
        while (true) {
            try {
                return CsvRecord.parse(text.toString());
            } catch (CsvRecord.OpenQuoteException open) {
                Line more = taken.size() < MOST_CONTINUATIONS ? lines.next() : null;
                if (more == null
                        || more.fault() != null
                        || text.length() + more.text().length() > Lines.LONGEST) {
                    if (more != null) {
                        taken.add(more);
                    }
                    lines.pushBack(taken);
                    throw open;
                }
                taken.add(more);
                text.append('\n').append(more.text());
            } catch (IllegalArgumentException broken) {
                lines.pushBack(taken);
                throw broken;
            }
        }
    }

    /** An export for spreadsheets has an apostrophe before what they would take for a formula. */
    private static List<String> unprotected(List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (isProtected(fields.get(i))) {
                fields.set(i, fields.get(i).substring(1));
            }
        }
        return fields;
    }

    /** Whether only apostrophes stand before the sign of a formula: one of them was put there. */
    private static boolean isProtected(String field) {
        int at = 0;
        while (at < field.length() && field.charAt(at) == '\'') {
            at++;
        }
        return at > 0 && at < field.length() && "=+-@".indexOf(field.charAt(at)) >= 0;
    }

    private static String field(List<String> fields, Map<String, Integer> columns, String name) {
        Integer column = columns.get(name);
        return column == null || column >= fields.size() ? "" : fields.get(column);
    }

    /** Where each known column is, or null if this line is no header. */
    private static Map<String, Integer> header(Line line) {
        if (line.fault() != null || line.text().indexOf('"') >= 0 && line.text().indexOf(',') < 0) {
            return null;
        }
        List<String> names;
        try {
            names = CsvRecord.parse(line.text().strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            columns.putIfAbsent(name.equals("name") ? "tag" : name, i);
        }
        boolean isHeader = columns.containsKey("tag")
                && columns.keySet().stream().anyMatch(c -> !c.equals("tag") && COLUMNS.contains(c));
        return isHeader ? columns : null;
    }
}
