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
 * A tag list to be imported, in one of three forms: CSV with or without a header, JSON {@code {tag: count}}. The form
 * is told from the content, the category of JSON entries from the name of the file ({@code Character.json}) unless it
 * is given.
 *
 * @param name the file's name as its owner knows it
 * @param category for rows that name none; null to tell from the name of the file
 */
public record TagFile(Path path, String name, Category category, Vocabulary vocabulary) {

    /**
     * Reads all rows in the order of the file.
     *
     * @throws UnreadableFileException if the file is none of the three forms
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
            if (isJson(in)) {
                if (fallback == null) {
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

    private boolean isJson(InputStream in) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean brace = startsWithBrace(in);
        return lower.endsWith(".json") || brace && !lower.endsWith(".csv");
    }

    /** Whether the first character other than white space and a byte order mark is a brace; passes over what is before. */
    private static boolean startsWithBrace(InputStream in) throws IOException {
        in.mark(1 << 12);
        int b = in.read();
        if (b == 0xef) {
            in.read();
            in.read();
            b = in.read();
        }
        for (int i = 0; i < 4000 && (b == ' ' || b == '\t' || b == '\r' || b == '\n'); i++) {
            b = in.read();
        }
        boolean brace = b == '{';
        in.reset();
        if (brace) {
            skipMark(in);
        }
        return brace;
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
