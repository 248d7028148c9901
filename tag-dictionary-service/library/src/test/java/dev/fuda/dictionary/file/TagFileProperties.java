package dev.fuda.dictionary.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fuda.dictionary.name.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Files of random rows, random damage and random bytes. */
class TagFileProperties {

    private static final String[] PIECES = {
        "a", "hair", "_", "-", "+", "@", "(x)", ":", "\"", "'", "猫", "é", ";", "=", "|", "\\", "{", "1", "𝒳", "#"
    };

    private static final String WHOLE = """
            [{"tag": "Long Hair", "category": "general", "count": 5, "display_name": " Long ", "aliases": ["a b", "c"],
              "description": "d", "wiki_url": "https://x.example/y", "source": "user_custom", "is_official": false,
              "source_name": "lh", "is_deprecated": true, "replacement": "hair", "id": 7, "more": {"x": [1]},
              "translations": [{"language": "JA", "translation": "髪", "source": "wiki"}, {"language": "zh-tw",
               "translation": "長髮", "position": 3}]},
             {"tag": "b", "category": 4}]
            """;

    @Test
    void readsWholeTags() throws IOException {
        Collected found = read("Tags.json", WHOLE);
        assertThat(found.rejections).isEmpty();
        assertThat(found.rows)
                .containsExactly(
                        new ImportRow(
                                1,
                                "long_hair",
                                Category.GENERAL,
                                5,
                                "Long",
                                List.of("a_b", "c"),
                                "d",
                                new TagDetails(
                                        "https://x.example/y",
                                        "user_custom",
                                        false,
                                        "lh",
                                        true,
                                        "hair",
                                        List.of(
                                                new TagDetails.Translated("ja", "髪", "wiki"),
                                                new TagDetails.Translated("zh-tw", "長髮", "user")))),
                        new ImportRow(
                                6,
                                "b",
                                Category.CHARACTER,
                                0,
                                null,
                                List.of(),
                                null,
                                new TagDetails(null, null, null, null, false, null, List.of())));
    }

    @Test
    void aBrokenWholeTagCostsNoOther() throws IOException {
        String[] broken = {
            "5",
            "[1]",
            "{}",
            "{\"tag\": \"x\"}",
            "{\"tag\": {\"a\": 1}, \"category\": \"general\"}",
            "{\"tag\": \"x\", \"category\": \"general\", \"aliases\": [\"a,b\"]}",
            "{\"tag\": \"x\", \"category\": \"general\", \"aliases\": {\"a\": []}}",
            "{\"tag\": \"x\", \"category\": \"general\", \"description\": \"a\\u0000b\"}",
            "{\"tag\": \"x\", \"category\": \"general\", \"description\": \"\\ud83d\"}",
            "{\"tag\": \"x\", \"category\": \"general\", \"replacement\": \"y\"}",
            "{\"tag\": \"x\", \"category\": \"general\", \"is_deprecated\": true, \"replacement\": \"X\"}",
            "{\"tag\": \"x\", \"category\": \"general\", \"source\": \"home\"}",
            "{\"tag\": \"x\", \"category\": \"general\", \"wiki_url\": \"javascript:alert(1)\"}",
            "{\"tag\": \"x\", \"category\": \"general\", \"is_official\": \"yes\"}",
            "{\"tag\": \"x\", \"category\": \"general\", \"translations\": [{\"language\": \"Japanese!\", \"translation\": \"a\"}]}",
            "{\"tag\": \"x\", \"category\": \"general\", \"translations\": [[{}], {\"language\": \"ja\"}]}"
        };
        String good = "{\"tag\": \"good_%d\", \"category\": \"general\"}";
        StringBuilder text = new StringBuilder("\uFEFF [");
        for (int i = 0; i < broken.length; i++) {
            text.append(good.formatted(i)).append(",\n").append(broken[i]).append(",\n");
        }
        Collected found = read(
                "tags.txt",
                text.append(good.formatted(broken.length)).append("]").toString());
        assertThat(found.rows).hasSize(broken.length + 1);
        assertThat(found.rejections)
                .hasSize(broken.length)
                .allSatisfy(rejected -> assertThat(rejected.reason()).isNotBlank());
    }

    @Property(tries = 200)
    void readsBackWhatIsWrittenInBothForms(@ForAll long seed, @ForAll @IntRange(max = 30) int size) throws IOException {
        Random random = new Random(seed);
        List<ImportRow> rows = rows(random, size);
        StringBuilder plain = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        StringBuilder header = new StringBuilder("tag,category,count,display_name,aliases,description\n");
        String end = random.nextBoolean() ? "\r\n" : "\n";
        boolean forSpreadsheets = random.nextBoolean();
        for (ImportRow row : rows) {
            String aliases = String.join(",", row.aliases());
            plain.append(quoted(row.name(), random))
                    .append(",")
                    .append(row.category().label())
                    .append(",");
            plain.append(row.count())
                    .append(",")
                    .append(quoted(aliases, random))
                    .append(end);
            header.append(quoted(protectedCell(row.name(), forSpreadsheets), random))
                    .append(",")
                    .append(row.category().label())
                    .append(",");
            header.append(row.count())
                    .append(",,")
                    .append(quoted(protectedCell(aliases, forSpreadsheets), random))
                    .append(",")
                    .append(end);
        }
        Collected fromPlain = read("tags.csv", plain.toString());
        assertThat(fromPlain.rejections).isEmpty();
        assertThat(fromPlain.rows).isEqualTo(rows);
        Collected fromHeader = read("tags.csv", header.toString());
        assertThat(fromHeader.rejections).isEmpty();
        assertThat(fromHeader.rows)
                .extracting(ImportRow::name, ImportRow::count, ImportRow::aliases)
                .isEqualTo(rows.stream()
                        .map(r -> org.assertj.core.groups.Tuple.tuple(r.name(), r.count(), r.aliases()))
                        .toList());
    }

    @Property(tries = 200)
    void oneBrokenRowCostsNoOther(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) throws IOException {
        Random random = new Random(seed);
        List<ImportRow> rows = rows(random, size);
        String[] broken = {
            "\"open,0,5,", "x,0,many,", "x,99,1,", ",0,1,", "\"a\"b,0,1,", "lonely", "x,0,-1,", "x,0,1,\"a", "a,0,1,b,c"
        };
        int at = random.nextInt(size + 1);
        boolean header = random.nextBoolean();
        StringBuilder text = new StringBuilder(header ? "tag,category,count,aliases\n" : "");
        for (int i = 0; i <= size; i++) {
            if (i == at) {
                text.append(broken[random.nextInt(header ? 8 : 9)]).append("\n");
            }
            if (i < size) {
                ImportRow row = rows.get(i);
                text.append(quoted(header ? protectedCell(row.name(), false) : row.name(), random))
                        .append(",0,")
                        .append(row.count())
                        .append(",\n");
            }
        }
        Collected found = read("tags.csv", text.toString());
        List<String> names = new ArrayList<>(rows.stream().map(ImportRow::name).toList());
        assertThat(found.rows.stream().map(ImportRow::name).limit(at).toList()).isEqualTo(names.subList(0, at));
        if (!header) {
            assertThat(found.rejections).extracting(Rejection::line).containsExactly(at + 1L);
            assertThat(found.rows).extracting(ImportRow::name).isEqualTo(names);
        } else {
            // A field that is never closed may look closed by a quote in a later row; what it took is told.
            assertThat(found.rejections).isNotEmpty();
        }
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefusedNeverMore(@ForAll byte[] bytes, @ForAll @IntRange(max = 3) int form) {
        String[] names = {"tags.csv", "Artist.json", "e621.txt", "General"};
        assertThatCode(() -> {
                    try {
                        Collected found = read(names[form], bytes);
                        assertThat(found.rejections).extracting(Rejection::line).isSorted();
                    } catch (UnreadableFileException e) {
                        assertThat(e.getMessage()).containsAnyOf("file", "category");
                    }
                })
                .doesNotThrowAnyException();
    }

    @Property(tries = 300)
    void damagedFilesAreReadOrRefusedNeverMore(@ForAll long seed, @ForAll @IntRange(max = 1) int form) {
        Random random = new Random(seed);
        String text = form == 0
                ? "tag,category,count,aliases\na,general,1,\"b,c\"\n\"d\"\"e\",artist,2,\nf,0,3,\"g\"\n"
                : random.nextBoolean()
                        ? WHOLE
                        : "{\"a\": 1, \"b\": {\"c\": [1, 2]}, \"d\": \"5\", \"e\": 12345678901234567890, \"f\": null}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) "\"\\{},:\n\r\u0000\u00ff[]1e-".charAt(random.nextInt(15));
        }
        assertThatCode(() -> {
                    try {
                        read(form == 0 ? "x.csv" : "General.json", bytes);
                    } catch (UnreadableFileException e) {
                        assertThat(e.getMessage()).isNotBlank();
                    }
                })
                .doesNotThrowAnyException();
    }

    static Collected read(String name, String content) throws IOException {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Collected read(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile("tags", ".tmp");
        try {
            Files.write(file, content);
            Collected collected = new Collected();
            new TagFile(file, name, null, null).read(collected);
            return collected;
        } finally {
            Files.delete(file);
        }
    }

    /** Keeps what a reader finds. */
    static final class Collected implements RowSink {
        final List<ImportRow> rows = new ArrayList<>();
        final List<Rejection> rejections = new ArrayList<>();

        @Override
        public void row(ImportRow row) {
            rows.add(row);
        }

        @Override
        public void reject(Rejection rejection) {
            rejections.add(rejection);
        }
    }

    private static List<ImportRow> rows(Random random, int size) {
        List<ImportRow> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> aliases = new ArrayList<>();
            for (int a = random.nextInt(3); a > 0; a--) {
                aliases.add(word(random) + "~" + a);
            }
            Category category = Category.values()[random.nextInt(Category.values().length)];
            rows.add(new ImportRow(
                    i + 1, word(random) + "~", category, random.nextInt(Integer.MAX_VALUE), null, aliases, null, null));
        }
        return rows;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= random.nextInt(5); i++) {
            word.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return word.toString();
    }

    /** With an apostrophe before what looks like a formula, or like one with apostrophes before it. */
    private static String protectedCell(String text, boolean forSpreadsheets) {
        return text.matches(forSpreadsheets ? "'*[=+@-].*" : "'+[=+@-].*") ? "'" + text : text;
    }

    /** Quoted where it must be, and now and then where it need not be. */
    private static String quoted(String text, Random random) {
        boolean must = text.startsWith("\"") || text.indexOf(',') >= 0;
        return must || random.nextInt(4) == 0 ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
