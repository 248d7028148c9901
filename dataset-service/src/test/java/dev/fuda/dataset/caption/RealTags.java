package dev.fuda.dataset.caption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of real tags: a sample of the awkward ones that is always there, and all of danbooru.csv when the folder
 * beside the repository has it.
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

    private RealTags() {}

    public static List<String> all() {
        Path file = Path.of(System.getProperty("fuda.root", ".")).resolve("../shared/data/danbooru.csv");
        if (!Files.isReadable(file)) {
            return AWKWARD;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return Stream.concat(AWKWARD.stream(), lines.map(RealTags::firstColumn))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
