package dev.fuda.dictionary.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuda.dictionary.file.OverlayTag.Translated;
import dev.fuda.dictionary.name.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayFileTest {

    @TempDir
    Path folder;

    private final List<OverlayTag> tags = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private void read(String text) throws IOException {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] bytes) throws IOException {
        Path path = folder.resolve("overlay.json");
        Files.write(path, bytes);
        new OverlayFile(path).read(new OverlayFile.Sink() {
            @Override
            public void tag(long line, OverlayTag tag) {
                tags.add(tag);
            }

            @Override
            public void implication(long line, String antecedent, String consequent) {
                others.add(line + " " + antecedent + " → " + consequent);
            }

            @Override
            public void reject(Rejection rejection) {
                others.add(rejection.line() + " " + rejection.text() + ": " + rejection.reason());
            }
        });
    }

    @Test
    void readsAllThatAPersonCanSay() throws IOException {
        read("""
                {"fuda_overlay": 1, "tags": [
                {"tag": "My Tag", "is_own": true, "category": "lore", "count": 3, "display_name": " Mine ",
                 "description": null, "wiki_url": "https://own.example/", "is_deprecated": true, "replacement": "other",
                 "aliases": ["Mine Too", "my_tag", "mine_too"],
                 "translations": [{"language": "JA", "translation": "私の", "source": "me", "position": 2}]},
                {"tag": "long_hair"}],
                "implications": [
                {"antecedent": "My Tag", "consequent": "long_hair"}]}
                """);
        OverlayTag mine = tags.getFirst();
        assertThat(mine.name()).isEqualTo("my_tag");
        assertThat(mine.own()).isTrue();
        assertThat(mine.fields()).containsExactlyInAnyOrder("category", "count", "display_name", "description");
        assertThat(mine.category()).isEqualTo(Category.LORE);
        assertThat(mine.count()).isEqualTo(3);
        assertThat(mine.displayName()).isEqualTo("Mine");
        assertThat(mine.description()).isNull();
        assertThat(mine.wikiUrl()).isEqualTo("https://own.example/");
        assertThat(mine.deprecated()).isTrue();
        assertThat(mine.replacement()).isEqualTo("other");
        assertThat(mine.aliases()).containsExactly("mine_too");
        assertThat(mine.translations()).containsExactly(new Translated("ja", "私の", "me", 2));
        assertThat(tags.getLast().fields()).isEmpty();
        assertThat(others).containsExactly("8 my_tag → long_hair");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; the name is empty",
                "{\"tag\": 7}; tag is no text",
                "{\"tag\": \"a\", \"is_own\": true}; a tag of one's own needs a category",
                "{\"tag\": \"a\", \"is_own\": \"yes\"}; is_own is neither true nor false",
                "{\"tag\": \"a\", \"category\": \"hair\"}; category is not one of general",
                "{\"tag\": \"a\", \"count\": -1}; count is not a whole number between 0 and 2147483647",
                "{\"tag\": \"a\", \"count\": 2147483648}; count is not a whole number between 0 and 2147483647",
                "{\"tag\": \"a\", \"count\": {\"a\": [1]}}; count is not a whole number between 0 and 2147483647",
                "{\"tag\": \"a\", \"display_name\": \"\\u0000\"}; display_name has a NUL",
                "{\"tag\": \"a\", \"description\": \"\\ud800\"}; description is not valid Unicode",
                "{\"tag\": \"a\", \"wiki_url\": \"javascript:alert(1)\"}; wiki_url is no address that starts with http:// or https://",
                "{\"tag\": \"a\", \"replacement\": \"b\"}; only a deprecated tag has a replacement, and that is another tag",
                "{\"tag\": \"a\", \"is_deprecated\": true, \"replacement\": \"a\"}; only a deprecated tag has a replacement, and that is another tag",
                "{\"tag\": \"a\", \"aliases\": \"b\"}; aliases is no list",
                "{\"tag\": \"a\", \"aliases\": [\"b,c\"]}; a name can't hold a comma, which separates tags in captions",
                "{\"tag\": \"a\", \"translations\": [{\"language\": \"ja\"}]}; a translation needs a language such as ja, and a text",
                "{\"tag\": \"a\", \"translations\": [\"b\"]}; a translation is no object",
                "{\"tag\": \"a\", \"translations\": [{\"language\": \"ja\", \"translation\": \"b\", \"position\": 10001}]}; position is not a whole number between 0 and 10000",
                "{\"tag\": \"a\", \"colour\": {\"b\": [[]]}}; an entry has no field 'colour'",
                "7; the entry is no object"
            })
    void rejectsAnEntryAndReadsOn(String entry, String reason) throws IOException {
        read("{\"fuda_overlay\": 1, \"tags\": [\n" + entry + ",\n{\"tag\": \"next\"}]}");
        assertThat(others).singleElement().asString().startsWith("2 ").contains(": " + reason);
        assertThat(tags).extracting(OverlayTag::name).containsExactly("next");
    }

    @Test
    void rejectsWhatIsLongerThanItsFieldAndImplicationsOfNothing() throws IOException {
        read("{\"fuda_overlay\": 1, \"tags\": [\n{\"tag\": \"a\", \"description\": \"" + "x".repeat(10_001)
                + "\"},\n{\"tag\": \"b\", \"aliases\": [" + "\"c\",".repeat(2_000) + "\"d\"]}],\"implications\": [\n"
                + "{\"antecedent\": \"a\", \"consequent\": \"A\"},\n{\"antecedent\": \"a\"}]}");
        assertThat(tags).isEmpty();
        assertThat(others)
                .containsExactly(
                        "2 a: description has more than 10000 characters",
                        "3 b: aliases has more than 2000 elements",
                        "4 a → A: a tag can't imply itself",
                        "5 a → : the name is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; The file is no overlay",
                "[]; The file is no overlay",
                "{\"tags\": []}; The file is no overlay",
                "{\"fuda_overlay\": 2}; The overlay is of version 2",
                "{\"fuda_overlay\": [1]}; The overlay is of version …",
                "{\"fuda_overlay\": 1, \"groups\": []}; An overlay has tags and implications, but no 'groups'.",
                "{\"fuda_overlay\": 1, \"tags\": {}}; 'tags' is no list.",
                "{\"fuda_overlay\": 1, \"tags\": [; The file is not valid JSON at line 1",
                "{\"fuda_overlay\": 1} {}; Something follows the overlay."
            })
    void refusesWhatIsNoOverlay(String file, String why) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] bytes = "{\"fuda_overlay\": 1, \"tags\": [{\"tag\": \"é\"}]}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("not UTF-8");
    }
}
