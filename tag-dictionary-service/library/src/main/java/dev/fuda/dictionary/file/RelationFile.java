package dev.fuda.dictionary.file;

import dev.fuda.dictionary.name.TagName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A list of aliases or implications as sites give them out: a header, then one relation on each line, separated by tabs
 * or commas. Columns are found by their names: {@code antecedent_name} (or {@code source_tag}, {@code from}), {@code
 * consequent_name} ({@code target_tag}, {@code to}) and, if it is there, {@code status}.
 */
public record RelationFile(Path path) {

    /** What the site says of a relation. */
    public enum Status {
        PENDING,
        ACTIVE,
        REJECTED,
        DELETED,
        RETIRED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Sites have further words for requests that are not decided, and for those that failed. */
        static Status of(String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (word.startsWith("error")) {
                return REJECTED;
            }
            return switch (word) {
                case "", "active" -> ACTIVE;
                case "pending", "queued", "processing" -> PENDING;
                case "rejected" -> REJECTED;
                case "deleted" -> DELETED;
                case "retired" -> RETIRED;
                default ->
                    throw new IllegalArgumentException("the status '" + excerpt(word)
                            + "' is not one of active, pending, rejected, deleted, retired");
            };
        }

        private static String excerpt(String word) {
            return word.length() > 40 ? word.substring(0, 40) + "…" : word;
        }
    }

    /** Takes what is read, in the order of the file. */
    public interface Sink {
        void related(long line, String from, String to, Status status);

        void reject(Rejection rejection);
    }

    /** Where the columns are, from 0; {@code status} is -1 without one. */
    private record Columns(int from, int to, int status) {
        static Columns of(List<String> header) throws UnreadableFileException {
            int from = find(header, "antecedent_name", "source_tag", "from");
            int to = find(header, "consequent_name", "target_tag", "to");
            if (from < 0 || to < 0) {
                throw new UnreadableFileException(
                        "The first line must name the columns: antecedent_name, consequent_name and, if known, status.");
            }
            return new Columns(from, to, find(header, "status"));
        }

        private static int find(List<String> header, String... names) {
            for (String name : names) {
                int at = header.indexOf(name);
                if (at >= 0) {
                    return at;
                }
            }
            return -1;
        }
    }

    /** @throws UnreadableFileException if the file is UTF-16 or its first line does not name the columns */
    public void read(Sink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            Lines lines = new Lines(in);
            Lines.Line header = lines.next();
            if (header == null || header.fault() != null) {
                throw new UnreadableFileException("The file is empty or not text. It needs a first line of columns.");
            }
            boolean tabs = header.text().indexOf('\t') >= 0;
            Columns columns = Columns.of(header(header.text(), tabs));
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                if (line.fault() != null) {
                    sink.reject(Rejection.of(line.number(), line.fault(), line.text()));
                } else if (!line.text().isBlank()) {
                    read(line, columns, tabs, sink);
                }
            }
        }
    }

    private static List<String> header(String line, boolean tabs) throws UnreadableFileException {
        try {
            return fields(line.toLowerCase(Locale.ROOT), tabs).stream()
                    .map(String::strip)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException("The first line, which names the columns, is broken: " + e.getMessage());
        }
    }

    private static void read(Lines.Line line, Columns columns, boolean tabs, Sink sink) {
        try {
            List<String> fields = fields(line.text(), tabs);
            if (fields.size() <= Math.max(columns.from(), columns.to())) {
                throw new IllegalArgumentException("there are only " + fields.size() + " fields");
            }
            String from = TagName.of(fields.get(columns.from()));
            String to = TagName.of(fields.get(columns.to()));
            if (from.equals(to)) {
                throw new IllegalArgumentException("both names are the same");
            }
            boolean hasStatus = columns.status() >= 0 && columns.status() < fields.size();
            sink.related(line.number(), from, to, hasStatus ? Status.of(fields.get(columns.status())) : Status.ACTIVE);
        } catch (IllegalArgumentException e) {
            sink.reject(Rejection.of(line.number(), e.getMessage(), line.text()));
        }
    }

    private static List<String> fields(String line, boolean tabs) {
        return tabs ? Arrays.asList(line.split("\t", -1)) : CsvRecord.parse(line);
    }
}
