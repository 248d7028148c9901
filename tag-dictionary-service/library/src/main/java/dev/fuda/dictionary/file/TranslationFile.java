package dev.fuda.dictionary.file;

import dev.fuda.dictionary.name.TagName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A list of translations into one language: CSV lines {@code tag,translation}, where a field may hold several,
 * separated by {@code ，、､﹐|}, and further fields hold further ones; a header {@code tag,…} is passed over.
 *
 * @param language a tag of BCP 47 in lower case, such as {@code ja} or {@code zh-tw}
 */
public record TranslationFile(Path path, String language) {

    /** Longest translation, in characters. */
    public static final int LONGEST = 255;

    private static final String SEPARATORS = "[，、､﹐|]";

    /** Takes what is read, in the order of the file. */
    public interface Sink {
        /** @param translations at least one, in the order of the line, none twice */
        void translated(long line, String tag, List<String> translations);

        void reject(Rejection rejection);
    }

    /** @throws UnreadableFileException if the file is UTF-16 */
    public void read(Sink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            Lines lines = new Lines(in);
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                if (line.fault() != null) {
                    sink.reject(Rejection.of(line.number(), line.fault(), line.text()));
                } else if (!line.text().isBlank() && !(line.number() == 1 && isHeader(line.text()))) {
                    read(line, sink);
                }
            }
        }
    }

    private static boolean isHeader(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith("tag,");
    }

    private void read(Lines.Line line, Sink sink) {
        try {
            List<String> fields = fields(line.text());
            String tag = TagName.of(fields.getFirst());
            Set<String> translations = new LinkedHashSet<>();
            for (String field : fields.subList(1, fields.size())) {
                for (String part : field.split(SEPARATORS)) {
                    String translation = Normalizer.normalize(part.strip(), Normalizer.Form.NFC);
                    if (!translation.isEmpty()) {
                        translations.add(checked(translation));
                    }
                }
            }
            if (translations.isEmpty()) {
                throw new IllegalArgumentException("no translation stands after the tag");
            }
            sink.translated(line.number(), tag, List.copyOf(translations));
        } catch (IllegalArgumentException e) {
            sink.reject(Rejection.of(line.number(), e.getMessage(), line.text()));
        }
    }

    private static List<String> fields(String line) {
        try {
            return new ArrayList<>(CsvRecord.parse(line));
        } catch (CsvRecord.OpenQuoteException e) {
            throw new IllegalArgumentException("a quote is not closed", e);
        }
    }

    /** Lists of these languages hold rows that nobody translated; they would only repeat the tag. */
    private String checked(String translation) {
        if (translation.length() > LONGEST) {
            throw new IllegalArgumentException("a translation has more than " + LONGEST + " characters");
        }
        if (translation.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a translation has a NUL");
        }
        boolean ownScript = language.startsWith("ja") || language.startsWith("zh") || language.startsWith("ko");
        if (ownScript && translation.chars().allMatch(c -> c < 0x80)) {
            throw new IllegalArgumentException("'" + translation + "' is not written in the language " + language);
        }
        return translation;
    }
}
