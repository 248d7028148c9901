package dev.fuda.dictionary.file;

import dev.fuda.dictionary.name.Category;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * A tag list to be imported: CSV with or without a header, JSON {@code {tag: count}}, or JSON of whole tags. The form is
 * told from the content, the category of JSON counts from the name of the file ({@code Character.json}) unless it is
 * given.
 *
 * @param name the file's name as its owner knows it
 * @param category for rows that name none; null to tell from the name of the file
 */
public record TagFile(Path path, String name, Category category, Vocabulary vocabulary) {

    /**
     * Reads all rows in the order of the file.
     *
     * @throws UnreadableFileException if the file is none of these forms
     */
    public void read(RowSink sink) throws IOException {
        read(sink, bytes -> {});
    }

    /**
     * As {@link #read(RowSink)}.
     *
     * @param progress told now and then how many bytes of the file were read
     */
    public void read(RowSink sink, LongConsumer progress) throws IOException {
        try (InputStream in =
                new BufferedInputStream(new CountedInput(Files.newInputStream(path), progress), 1 << 16)) {
            Vocabulary numbers = vocabulary == null ? Vocabulary.ofFileName(name) : vocabulary;
            Category fallback = category == null ? categoryOfName() : category;
            int first = opening(in);
            if (isJson(first)) {
                if (fallback == null && first != '[') {
                    throw new UnreadableFileException("The category of '" + name
                            + "' can't be told from its name. Choose one of: " + Category.labels() + ".");
                }
                new JsonReader(new RowBuilder(numbers, fallback), sink).read(in);
            } else {
                new CsvReader(new Lines(in), new RowBuilder(numbers, fallback), sink).read();
            }
        }
    }

    private Category categoryOfName() {
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        return Category.ofLabel(base.toLowerCase(Locale.ROOT)).orElse(null);
    }

    private boolean isJson(int first) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json") || first != 0 && !lower.endsWith(".csv");
    }

    /**
     * The brace with which JSON begins after white space and a byte order mark, or 0; the mark is passed over then. A
     * bracket counts only before a brace or its end, since names of tags have such.
     */
    private static int opening(InputStream in) throws IOException {
        in.mark(1 << 12);
        int b = in.read();
        if (b == 0xef) {
            in.read();
            in.read();
            b = in.read();
        }
        int first = pastBlanks(in, b, 2000);
        boolean opens = first == '{';
        if (first == '[') {
            int second = pastBlanks(in, in.read(), 2000);
            opens = second == '{' || second == ']';
        }
        in.reset();
        if (opens) {
            skipMark(in);
        }
        return opens ? first : 0;
    }

    private static int pastBlanks(InputStream in, int first, int most) throws IOException {
        int b = first;
        for (int i = 0; i < most && (b == ' ' || b == '\t' || b == '\r' || b == '\n'); i++) {
            b = in.read();
        }
        return b;
    }

    private static void skipMark(InputStream in) throws IOException {
        in.mark(3);
        if (in.read() == 0xef) {
            in.skipNBytes(2);
        } else {
            in.reset();
        }
    }
}
