package dev.fuda.bench.dictionary;

import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RowSink;
import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.suggest.TagEntry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The list that is measured with: Danbooru's, where it lies beside the checkout ({@code ../shared/data/danbooru.csv} or
 * {@code FUDA_TAG_LIST}), otherwise one of the same size and shape made with a fixed seed.
 */
record TagList(Path file, boolean real, List<ImportRow> rows) {

    private static final int SIZE = 136_584;

    static TagList load(Path root) throws IOException {
        String wished = System.getenv("FUDA_TAG_LIST");
        Path real = wished == null ? root.resolve("../shared/data/danbooru.csv") : Path.of(wished);
        if (Files.isReadable(real)) {
            return new TagList(real, true, read(real));
        }
        Path made = Files.createTempFile("tags", ".csv");
        made.toFile().deleteOnExit();
        Files.write(made, generate());
        return new TagList(made, false, read(made));
    }

    /** A list of these tags, in a file of its own that goes away at the end. */
    static TagList of(List<TagEntry> tags) throws IOException {
        Path made = Files.createTempFile("tags", ".csv");
        made.toFile().deleteOnExit();
        try (BufferedWriter lines = Files.newBufferedWriter(made)) {
            for (TagEntry tag : tags) {
                lines.write(quoted(tag.name()) + "," + tag.category().code() + "," + tag.count() + ","
                        + quoted(String.join(",", tag.aliases())));
                lines.newLine();
            }
        }
        return new TagList(made, false, read(made));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    String describe() {
        return rows.size() + " tags " + (real ? "of " + file.getFileName() : "made with a fixed seed");
    }

    private static List<ImportRow> read(Path file) throws IOException {
        List<ImportRow> rows = new ArrayList<>();
        new TagFile(file, "danbooru.csv", null, null).read(new RowSink() {
            @Override
            public void row(ImportRow row) {
                rows.add(row);
            }

            @Override
            public void reject(Rejection rejection) {
                throw new IllegalStateException("The list has a broken row: " + rejection);
            }
        });
        return rows;
    }

    /** Names of one to four syllable words, counts that fall with the rank, an alias for every fifth. */
    private static List<String> generate() {
        Random random = new Random(1);
        Set<String> names = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (int rank = 1; lines.size() < SIZE; rank++) {
            StringBuilder name = new StringBuilder(word(random));
            for (int words = random.nextInt(4); words > 0; words--) {
                name.append('_').append(word(random));
            }
            if (random.nextInt(4) == 0) {
                name.append("_(").append(word(random)).append(')');
            }
            if (names.add(name.toString())) {
                String alias = random.nextInt(5) == 0 ? name.toString().replace("_", "") + "~" : "";
                lines.add(name + "," + "01345".charAt(random.nextInt(5)) + "," + (6_000_000 / rank + 25) + ",\"" + alias
                        + "\"");
            }
        }
        return lines;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
            word.append("bcdfghjklmnprstvwyz".charAt(random.nextInt(19))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
