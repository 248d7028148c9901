package dev.fuda.dataset.caption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of real tags: a sample of the awkward ones that is always there, and all of danbooru.csv when the folder
 * beside the repository has it, else as many made of the parts that real ones are made of.
 */
public final class RealTags {

    public static final List<String> AWKWARD = List.of(
            "1girl",
            "long_hair",
            "spider-girl",
            "spider_girl",
            ":d",
            ":3",
            ":o",
            "re:zero",
            "honkai:_star_rail",
            "rem_(re:zero)",
            "star_(symbol)",
            "|_|",
            ":|",
            ";|",
            "\\||/",
            "<|>_<|>",
            "?",
            "!?",
            "^_^",
            ">_<",
            "@_@",
            "=_=",
            ";)",
            ">:)",
            ">:(",
            ";(",
            "\\m/",
            "\\o/",
            "double_\\m/",
            "\\(^o^)/",
            "fate/stay_night",
            "h&k_g3",
            "type:_null",
            "buchi_(y0u0ri_)",
            "gwao_(_ul_13)",
            "roitz_(_roitz_)",
            "shin_(sakoku_(oyatsu3ji_))",
            "\"rouhou\"_ore_no_iinazuke_ni_natta_jimiko_ie_dewa_kawaii_shikanai.",
            "\"pour_la_justice\"_(genshin_impact)",
            "lu\"",
            "i\"s",
            "dateless_bar_\"old_adam\"",
            "\\\\//",
            "._.",
            "who's_that_pokemon?",
            "(srwd)",
            "(boku_no_hero_academia)",
            "tharja_(\"normal_girl\")_(fire_emblem)");

    private static final int MADE = 20_000;

    /** With these, {@code %s} being words, as often as they are here. */
    private static final List<String> SHAPES = List.of(
            "%s",
            "%s_%s",
            "%s_%s",
            "%s_%s_%s",
            "%s_(%s)",
            "%s_(%s)_(%s)",
            "%s_%s_(%s_%s)",
            "%s_(%s_(%s))",
            "%s:%s",
            "%s:_%s_%s",
            "%s_(%s:%s)",
            ":%s",
            "%s-%s",
            "%s's_%s",
            "%s!",
            "%s?",
            "%s_%s?!",
            "%s.%s",
            "%s/%s",
            "%s_&_%s",
            "%s+%s",
            "\"%s\"_%s",
            "%s_\"%s\"_%s",
            "%s|%s",
            "\\%s/",
            "@_%s",
            "(%s)",
            "%s_*%s*",
            "%s~",
            "#%s");

    private static final List<String> WORDS = List.of(
            "long", "hair", "1girl", "blue", "3", "1999", "re", "zero", "kimono", "x", "de", "maid", "eyes", "2.5d",
            "桜", "c.c.", "id", "width", "o", "fate", "00s", "é", "ruler");

    private RealTags() {}

    public static List<String> all() {
        Path file = Path.of(System.getProperty("fuda.root", ".")).resolve("../shared/data/danbooru.csv");
        if (!Files.isReadable(file)) {
            return made();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return Stream.concat(AWKWARD.stream(), lines.map(RealTags::firstColumn))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> made() {
        Random random = new Random(136_584);
        Set<String> names = new LinkedHashSet<>(AWKWARD);
        while (names.size() < MADE) {
            String shape = SHAPES.get(random.nextInt(SHAPES.size()));
            String name = shape.formatted(
                    random.ints(4, 0, WORDS.size()).mapToObj(WORDS::get).toArray());
            // What looks like a condition is one; such a tag is asked for in quotes.
            if (!name.matches("(id|width):.*")) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private static String firstColumn(String line) {
        if (!line.startsWith("\"")) {
            return line.substring(0, line.indexOf(','));
        }
        int end = 1;
        while (line.charAt(end) != '"' || line.charAt(end + 1) == '"') {
            end += line.charAt(end) == '"' ? 2 : 1;
        }
        return line.substring(1, end).replace("\"\"", "\"");
    }
}
