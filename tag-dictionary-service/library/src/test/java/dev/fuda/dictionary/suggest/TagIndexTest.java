package dev.fuda.dictionary.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Resolver.Status;
import dev.fuda.dictionary.suggest.Suggestion.Tier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagIndexTest {

    private static final List<TagEntry> TAGS = List.of(
            tag(1, "long_hair", 4_000_000, "longhair", "/lh"),
            tag(2, "short_hair", 2_000_000),
            tag(3, "hair_ornament", 1_500_000),
            tag(4, "spider-girl", 900),
            tag(5, "spider_girl", 300),
            tag(6, "longsword", 20),
            tag(7, "rem_(re:zero)", 5_000),
            tag(8, "^_^", 110_141),
            tag(9, "hires_photo", 10),
            tag(10, "highres", 5_000_000, "hires", "high_res"));

    private final LiveIndex index = new LiveIndex();

    {
        index.install(TagIndexProperties.build(TAGS));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    long,        long_hair longsword
                    LONG HAIR,   long_hair
                    ｌｏｎｇ－ｈ,  long_hair
                    long_,       long_hair
                    'long ',     long_hair
                    hair,        hair_ornament long_hair short_hair
                    spidergirl,  spider-girl spider_girl
                    rnament,     hair_ornament
                    hair lo,     long_hair
                    lnog hair,   long_hair
                    lonk_ha,     long_hair
                    highrse,     highres
                    /lh,         long_hair
                    /sg,         spider-girl spider_girl
                    qqqqq,       ''
                    spider,      spider-girl spider_girl
                    hires,       highres hires_photo
                    zero,        rem_(re:zero)
                    (re,         rem_(re:zero)
                    re:z,        rem_(re:zero)
                    re,          rem_(re:zero) highres hires_photo
                    ^,           ^_^
                    'longsword ',longsword
                    """)
    void ranks(String typed, String expected) {
        assertThat(index.search(typed, null, 20))
                .extracting(Suggestion::name)
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void oneMistakeComesBeforeManyMoreFrequentTagsWithTwo() {
        List<TagEntry> tags = new ArrayList<>();
        for (int i = 1; i < 26; i++) {
            tags.add(tag(i, "bluebird_" + (char) ('a' + i - 1) + "0", 1_000 - i));
        }
        tags.add(tag(100, "bluebird_zz", 3));
        LiveIndex live = new LiveIndex();
        live.install(TagIndexProperties.build(tags));
        assertThat(live.search("bluebird zq", null, 20, Means.TYPO))
                .hasSize(20)
                .first()
                .extracting(Suggestion::name)
                .isEqualTo("bluebird_zz");
    }

    @Test
    void aRareTagDoesNotHideThatAFrequentOneWasMistyped() {
        LiveIndex live = new LiveIndex();
        live.install(TagIndexProperties.build(
                List.of(tag(1, "long_hair", 5_000), tag(2, "lonhor", 400), tag(3, "lonher", 600), tag(4, "lonh_", 3))));
        assertThat(live.search("lonho", null, 20)).extracting(Suggestion::name).containsExactly("lonhor", "long_hair");
        assertThat(live.search("lonhe", null, 20)).extracting(Suggestion::name).containsExactly("lonher");
        assertThat(live.search("lonh_", null, 20)).extracting(Suggestion::name).containsExactly("lonh_");
        assertThat(live.search("lonho", null, 1)).extracting(Suggestion::name).containsExactly("lonhor");
    }

    @ParameterizedTest
    @CsvSource({"髪, 長い髪", "長い, 長い髪", "ツイン, ツインテール", "ついんて, ツインテール", "ﾂｲﾝﾃｰﾙ, ツインテール", "tsuinte, ツインテール"})
    void findsByTranslation(String typed, String matched) {
        LiveIndex live = new LiveIndex();
        live.install(TagIndexProperties.build(List.of(
                new TagEntry(1, "long_hair", Category.GENERAL, 9, null, false, List.of(), List.of("長い髪", "长发")),
                new TagEntry(
                        2, "twintails", Category.GENERAL, 8, "Twintails", false, List.of("tt"), List.of("ツインテール")))));
        Suggestion hit = live.search(typed, null, 5).getFirst();
        assertThat(hit.matchedAlias()).isEqualTo(matched);
        assertThat(hit.translated()).isTrue();
        assertThat(hit.translation()).isEqualTo(matched);
    }

    @ParameterizedTest
    @CsvSource({"ガッコウ, gakkou", "マッチャ, matcha", "シャツ, shatsu", "フェイト, feito", "カンジ, kanji", "漢字カ, ", "ー, "})
    void readsKanaAsHepburn(String kana, String romaji) {
        assertThat(Kana.romaji(kana)).isEqualTo(romaji);
    }

    @Test
    void saysWhichAliasWasHit() {
        Suggestion first = index.search("longh", null, 1).getFirst();
        assertThat(first.name()).isEqualTo("long_hair");
        assertThat(first.matchedAlias()).isEqualTo("longhair");
        assertThat(first.tier()).isEqualTo(Tier.PREFIX);
    }

    @Test
    void anEditIsOnTopAtOnceAndADeletedTagIsGone() {
        index.edit(List.of(tag(3, "hair_ornament", 9_000_000), tag(11, "hair_tubes", 7)), Set.of(2L));
        assertThat(index.search("hair", null, 20))
                .extracting(Suggestion::name)
                .containsExactly("hair_ornament", "hair_tubes", "long_hair");
        assertThat(index.size()).isEqualTo(10);
    }

    @Test
    void anExactLiveTagWinsOverAnAliasAndTwoTargetsAsk() {
        LiveIndex live = new LiveIndex();
        live.install(TagIndexProperties.build(List.of(
                tag(1, "mantle", 10),
                tag(2, "cloak", 99, "mantle", "cape/cloak"),
                tag(3, "cape", 999, "cape/cloak"),
                new TagEntry(4, "hood_down", Category.GENERAL, 5, null, true, List.of()),
                tag(5, "star-ring", 4),
                tag(6, "star_ring", 3))));
        Resolver resolver = new Resolver(live, Map.of());
        assertThat(resolver.resolve("mantle").tag()).isEqualTo("mantle");
        assertThat(resolver.resolve("Mantle").status()).isEqualTo(Status.EXACT);
        Resolver.Resolution two = resolver.resolve("cape/cloak");
        assertThat(two.status()).isEqualTo(Status.AMBIGUOUS);
        assertThat(two.candidates()).containsExactly("cape", "cloak");
        assertThat(resolver.resolve("star-ring").tag()).isEqualTo("star-ring");
        assertThat(resolver.resolve("star ring").tag()).isEqualTo("star_ring");
        assertThat(resolver.resolve("STAR-RING").tag()).isEqualTo("star-ring");
        assertThat(resolver.resolve("hood down").tag()).isEqualTo("hood_down");
        assertThat(resolver.resolve("nothing").status()).isEqualTo(Status.UNKNOWN);
        assertThat(live.search("hood", null, 5)).isEmpty();
    }

    @Test
    void everyRealNameInEachSpellingFindsItself() throws IOException {
        assumeTrue(RealTags.present(), "the real tag list is not beside this checkout");
        List<TagEntry> tags = RealTags.read();
        LiveIndex live = new LiveIndex();
        live.install(TagIndexProperties.build(tags));
        Resolver resolver = new Resolver(live, Map.of());
        for (TagEntry tag : tags) {
            String name = tag.name();
            for (String typed : List.of(name, name.replace('_', ' '), name.replace('_', '-'), fullWidth(name))) {
                String shouted = typed.toUpperCase(Locale.ROOT);
                for (String spelling : List.of(typed, shouted)) {
                    assertThat(live.search(spelling, null, 5, Means.PREFIX))
                            .as(spelling)
                            .anyMatch(s -> s.id() == tag.id() && s.tier() == Tier.EXACT_NAME);
                }
            }
            assertThat(resolver.resolve(name).tag()).isEqualTo(name);
            assertThat(resolver.resolve(name.replace('_', ' ')).tag()).isEqualTo(name);
        }
    }

    @Test
    void answersEqualThePlainRulesOnTheRealTags() throws IOException {
        assumeTrue(RealTags.present(), "the real tag list is not beside this checkout");
        List<TagEntry> tags = RealTags.read();
        TagIndex real = TagIndexProperties.build(tags);
        assertThat(real.bytes() / (double) real.size()).isLessThan(100);
        Random random = new Random(7);
        for (int i = 0; i < 15; i++) {
            String name = tags.get(random.nextInt(tags.size())).name();
            String typed = name.substring(0, 1 + random.nextInt(Math.min(name.length(), 6)));
            Category category = random.nextInt(3) == 0 ? Category.CHARACTER : null;
            assertThat(real.search(Spelling.key(typed), category, 20, new int[0], Means.ALL))
                    .as(typed)
                    .isEqualTo(NaiveSearch.search(tags, typed, category, 20));
        }
    }

    private static String fullWidth(String text) {
        return text.codePoints()
                .map(c -> c > ' ' && c < 0x7f ? c + 0xfee0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static TagEntry tag(long id, String name, int count, String... aliases) {
        return new TagEntry(id, name, Category.GENERAL, count, null, false, List.of(aliases));
    }
}
