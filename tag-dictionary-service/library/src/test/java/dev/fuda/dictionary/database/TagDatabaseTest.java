package dev.fuda.dictionary.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuda.dictionary.database.TagDatabase.Found;
import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.file.TranslationFile;
import dev.fuda.dictionary.file.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagDatabaseTest {

    @TempDir
    Path folder;

    private TagDatabase database;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @BeforeEach
    void load() throws IOException {
        database = TagDatabase.builder()
                .tags(
                        TagFormat.DANBOORU,
                        new TagFile(file("danbooru.csv", """
                                long_hair,0,4350743,"longhair,very_long"
                                hatsune_miku,4,80000,miku
                                spider-girl,0,300,
                                fate_(series),3,9000,miku
                                """), "danbooru.csv", null, Vocabulary.DANBOORU))
                .tags(TagFormat.E621, new TagFile(file("e621.csv", """
                                long_hair,0,100,"long_haired"
                                canine,5,2000,dog
                                """), "e621.csv", null, Vocabulary.E621))
                .translations(new TranslationFile(file("ja.csv", "long_hair,ロングヘア\nhatsune_miku,初音ミク\n"), "ja"))
                .build();
    }

    private List<String> names(TagQuery query) {
        return database.searchTags(query, 100, 0).stream().map(Found::tag).toList();
    }

    @Test
    void whatASiteDoesNotWantStaysAsItWasWritten() throws IOException {
        TagDatabase e621 = TagDatabase.builder()
                .tags(TagFormat.E621, new TagFile(file("sinks.csv", """
                                invalid_tag,6,123,adorable
                                pouch_(disambiguation),6,257,pouch
                                """), "sinks.csv", null, Vocabulary.E621))
                .build();
        assertThat(e621.convertPrompt("adorable, pouch", "e621")).isEqualTo("adorable, pouch");
    }

    @Test
    void searchesWithEachParameter() {
        assertThat(names(TagQuery.of("LONG_HAIR"))).containsExactly("long_hair");
        assertThat(names(TagQuery.of("hair"))).isEmpty();
        assertThat(names(TagQuery.of("hair").partially())).containsExactly("long_hair");
        assertThat(names(TagQuery.of("*_h*"))).containsExactly("long_hair");
        assertThat(names(TagQuery.of("*")))
                .containsExactly("long_hair", "hatsune_miku", "spider-girl", "fate_(series)", "canine");
        assertThat(names(TagQuery.of("初音").partially())).containsExactly("hatsune_miku");
        assertThat(names(TagQuery.of("*").inFormat("e621"))).containsExactly("long_hair", "canine");
        assertThat(names(TagQuery.of("*").inFormat("e621").ofType("species"))).containsExactly("canine");
        assertThat(names(TagQuery.of("*").ofType("character"))).containsExactly("hatsune_miku");
        assertThat(names(TagQuery.of("*").translatedInto("ja"))).containsExactly("long_hair", "hatsune_miku");
        assertThat(names(TagQuery.of("*").used(1000L, 9000L))).containsExactly("fate_(series)", "canine");
        assertThat(names(TagQuery.of("*").inFormat("e621").used(null, 100L))).containsExactly("long_hair");
        assertThat(names(TagQuery.of("_").partially()))
                .as("a wildcard of SQL is a letter")
                .containsExactly("long_hair", "hatsune_miku", "fate_(series)");
        assertThat(database.searchTags(TagQuery.of("*"), 2, 1).stream().map(Found::tag))
                .containsExactly("hatsune_miku", "spider-girl");
    }

    @Test
    void searchesManyKeywordsAtOnce() {
        assertThat(database.searchTags(
                        List.of("LONG_HAIR", "hair", "*", "ロングヘア", "canine"),
                        TagQuery.of("").inFormat("e621")))
                .extracting(rows -> rows.stream().map(Found::tag).toList())
                .containsExactly(List.of("long_hair"), List.of(), List.of(), List.of("long_hair"), List.of("canine"));
    }

    @ParameterizedTest
    @CsvSource({
        "a*c, abc, true",
        "a*c, ac, true",
        "a*c, acb, false",
        "*b*, abc, true",
        "ab*bc, abc, false",
        "*aa*aa, aaa, false",
        "a*b*c*d, axxbyyczzd, true",
        "a*c*b*d, axxbyyczzd, false",
        "**, x, true",
        "A.C, a.c, true",
        "a.c, abc, false",
        "ÉTÉ*, étéx, true",
    })
    void aStarStandsForAnything(String keyword, String text, boolean matches) {
        assertThat(new Keyword(keyword, false).matches(text)).isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoLonger() {
        Keyword keyword = new Keyword("a*".repeat(127) + "b", false);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(keyword.matches("a".repeat(5_000))).isFalse());
    }

    @Test
    void returnsTheColumns() {
        Found found = database.searchTags(TagQuery.of("long_hair").inFormat("danbooru"), 1, 0)
                .getFirst();
        assertThat(found.usageCount()).isEqualTo(4_350_743);
        assertThat(found.typeName()).isEqualTo("general");
        assertThat(found.translations()).containsEntry("ja", List.of("ロングヘア"));
        assertThat(database.searchTags(TagQuery.of("long_hair"), 1, 0)
                        .getFirst()
                        .typeName())
                .isEmpty();
    }

    @Test
    void convertsBetweenFormats() {
        assertThat(database.convertTag("Long Haired", "e621")).isEqualTo("long_hair");
        assertThat(database.convertTag("long haired", "danbooru"))
                .as("a name that only e621 has and that leads nowhere else is everybody's")
                .isEqualTo("long_hair");
        assertThat(database.convertTag("longhair", "e621"))
                .as("an alias of Danbooru for a tag that e621 has too")
                .isEqualTo("long_hair");
        assertThat(database.convertTag("longhair", 2)).isEqualTo("long_hair");
        assertThat(database.convertTag("longhair", 0)).isEqualTo("longhair");
        assertThat(database.convertTag("longhair", 4711)).isEqualTo("longhair");
        assertThat(database.convertTag("miku", "danbooru"))
                .as("an alias that leads to two tags means none")
                .isEqualTo("miku");
        assertThat(database.convertTags(List.of("longhair", "dog", "x"), "danbooru"))
                .containsExactly("long_hair", "dog", "x");
        assertThat(database.convertPrompt("longhair, fate (series),, unknown thing", "danbooru"))
                .isEqualTo("long hair, fate \\(series\\), , unknown thing");
        assertThatThrownBy(() -> database.convertTag("a", "geocities"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("danbooru, e621");
    }

    @Test
    void convertsCleanedListsWordByWord() {
        assertThat(database.convertTags("longhair, fate_(series).\n,, unknown miku thing", "danbooru"))
                .isEqualTo("long hair, fate \\(series\\), unknown, miku, thing");
        assertThat(database.convertTags("big longhair, x", "danbooru")).isEqualTo("big, long hair, x");
        assertThat(database.convertTags("longhair, hatsune miku", "danbooru", " | ", Set.of("character")))
                .isEqualTo("long hair");
        assertThat(database.convertTags("dog, longhair", "e621", "; ", Set.of()))
                .isEqualTo("canine; long hair");
        assertThat(database.convertTags("a_b,,c", "unknown"))
                .as("that format changes nothing")
                .isEqualTo("a_b,,c");
        assertThat(database.convertTags(" , ", "danbooru")).isEqualTo(" , ");
        assertThatThrownBy(() -> database.convertTags("a", "geocities")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsNamesInHiraganaAndFullWidth() throws IOException {
        TagDatabase japanese = TagDatabase.builder()
                .tags(
                        TagFormat.DANBOORU,
                        new TagFile(
                                file("kana.csv", "ふたご_(星),0,9,ながいかみ\nＡＢ,0,8,\nカナ,0,7,\n"),
                                "kana.csv",
                                null,
                                Vocabulary.DANBOORU))
                .build();
        assertThat(japanese.convertTags(List.of("ふたご (星)", "ながいかみ", "ＡＢ", "かな"), "danbooru"))
                .containsExactly("ふたご_(星)", "ふたご_(星)", "ａｂ", "カナ");
        assertThat(japanese.convertPrompt("ふたご \\(星\\)", "danbooru")).isEqualTo("ふたご \\(星\\)");
        assertThat(japanese.convertTags("ふたご \\(星\\)", "danbooru")).isEqualTo("ふたご \\(星\\)");
    }

    @Test
    void aTagOfOneSiteMayBeAnAliasOnAnother() throws IOException {
        TagDatabase sites = TagDatabase.builder()
                .tags(
                        TagFormat.DANBOORU,
                        new TagFile(
                                file("d.csv", "closed_eyes,0,500,\nhighres,5,800,hires\n"),
                                "d.csv",
                                null,
                                Vocabulary.DANBOORU))
                .tags(
                        TagFormat.E621,
                        new TagFile(
                                file(
                                        "e.csv",
                                        "eyes_closed,0,400,\"closed_eyes,eyes_shut\"\nhi_res,7,900,\"highres,hires\"\n"),
                                "e.csv",
                                null,
                                Vocabulary.E621))
                .build();
        Found found = sites.searchTags(TagQuery.of("closed_eyes").inFormat("e621"), 1, 0)
                .getFirst();
        assertThat(found.alias()).isTrue();
        assertThat(found.usageCount()).isZero();
        TagQuery aliases = new TagQuery("*", false, "e621", null, null, null, null, true);
        assertThat(sites.searchTags(aliases, 9, 0).stream().map(Found::tag)).containsExactly("closed_eyes", "highres");
        assertThat(sites.searchTags(new TagQuery("*", false, null, null, null, null, null, true), 9, 0))
                .isEmpty();
        assertThat(sites.convertTags(List.of("closed_eyes", "eyes_shut", "hires"), "e621"))
                .containsExactly("eyes_closed", "eyes_closed", "hi_res");
        assertThat(sites.convertTags(List.of("closed_eyes", "hires"), "danbooru"))
                .containsExactly("closed_eyes", "highres");
    }

    @Test
    void listsWhatThereIs() {
        assertThat(database.getTagFormats())
                .hasSize(19)
                .startsWith("unknown", "danbooru", "e621", "derpibooru", "safebooru.donmai.us")
                .endsWith("yande.re", "zerochan", "pixiv");
        assertThat(database.getFormatId(" E621")).isEqualTo(2);
        assertThat(database.getFormatId(null)).isZero();
        assertThat(database.getFormatId("geocities")).isZero();
        assertThat(database.getAllTypes()).hasSize(17);
        assertThat(database.getTagTypes("danbooru"))
                .containsExactly("general", "artist", "copyright", "character", "meta");
        assertThat(database.getTagTypes("derpibooru")).hasSize(11);
        assertThat(database.getTagLanguages()).containsExactly("ja");
        assertThat(database.size()).isEqualTo(5);
    }
}
