package dev.fuda.dictionary.clean;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of specification 0's clean-up by hand, and all of them together as they were recorded. */
class TagCleanerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            long_hair|long hair
            ^_^|^_^
            >_<|> <
            #tag **bold**|tag bold
            A sentence. And one more.|A sentence, And one more,
            0.8|0, 8
            v1.5|v1, 5
            rem_(re:zero)|rem \\(re:zero\\)
            rem \\(re:zero\\)|rem \\(re:zero\\)
            a,,b,,,c|a,b,c
            a—b|a-b
            Case Stays|Case Stays
            <lora:my_style:0.8> long_hair|<lora:my_style:0.8> long hair
            ひ　ろ|ひ ろ
            a \\"b\\"|a \\"b\\"
            <a_b <c_d> e_f|<a_b <c_d> e f
            <> a_b <c|<> a b <c
            ^@@@^|^_^
            """)
    void cleansTheFormat(String text, String cleaned) {
        assertThat(TagCleaner.cleanFormat(text)).isEqualTo(cleaned);
    }

    @Test
    void makesCommasOfLineEnds() {
        assertThat(TagCleaner.cleanFormat("one\ntwo\n")).isEqualTo("one, two,");
        assertThat(TagCleaner.cleanFormat("one.\ntwo")).isEqualTo("one, two");
        assertThat(TagCleaner.cleanFormat("a\u00a0b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1girl, shirt, white shirt | 1girl, white shirt
            a, b, a, , b              | a, b
            anime style, Anime art    | anime
            2girls, blue hair, smile  | 2girls, smile
            2girls, long hair         | 2girls, long hair
            2girls, long blonde hair  | 2girls, 'long '
            tomboys, red eyes, hat    | tomboys, hat
            2girls, bob cut, braid    | 2girls
            1girl, blue hair          | 1girl, blue hair
            2girls, sleeveless dress  | 2girls, ' dress'
            2girls, french braid, hat | 2girls, hat
            2girls, half-up braid     | 2girls
            2girls, single side bun   | 2girls
            2girls, braided bun       | 2girls
            ''                        | ''
            """)
    void cleansTags(String tags, String cleaned) {
        assertThat(TagCleaner.cleanTags(tags)).isEqualTo(cleaned.replace("'", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a young woman in a park      | a girl in a park
            two women and a lady         | two girls and a girl
            anime anime anime girl       | girl
            a cartoon image of a person  | an image of a girl
            ', a cartoon female, '       | a girl
            personal computer            | girlal computer
            girl girl girl               | girl
            """)
    void cleansCaptions(String caption, String cleaned) {
        assertThat(TagCleaner.cleanCaption(caption)).isEqualTo(cleaned);
    }

    /**
     * 3,000 texts and what {@code cleanup_str.py} of genai-tag-db-tools (commit c053d60) made of them under Python 3.11:
     * put together at random from words, kaomoji, escapes and white space of all kinds that its rules meet.
     */
    @Test
    void answersAsTheToolDid() throws IOException {
        int pairs = 0;
        try (BufferedReader recorded = new BufferedReader(new InputStreamReader(
                        TagCleanerTest.class.getResourceAsStream("/clean/recorded.jsonl"), StandardCharsets.UTF_8));
                JsonParser json = new JsonFactory().createParser(recorded)) {
            while (json.nextToken() != null) {
                String kind = json.nextTextValue();
                String text = json.nextTextValue();
                String answer = json.nextTextValue();
                String cleaned = switch (kind) {
                    case "format" -> TagCleaner.cleanFormat(text);
                    case "tags" -> TagCleaner.cleanTags(text);
                    case "caption" -> TagCleaner.cleanCaption(text);
                    default -> throw new IllegalStateException(kind);
                };
                assertThat(cleaned).as("%s of '%s'", kind, text).isEqualTo(answer);
                json.nextToken();
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(3_000);
    }

    @Test
    void takesNoLongerForNastyText() {
        String word = "a".repeat(200_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            TagCleaner.cleanTags("2girls, " + word + " " + word);
            TagCleaner.cleanTags("2girls, " + "french-".repeat(40_000) + "braid " + "braid bun ".repeat(20_000));
            TagCleaner.cleanFormat("<>".repeat(200_000));
            TagCleaner.cleanFormat("<".repeat(200_000) + "." + " ".repeat(200_000));
            TagCleaner.cleanCaption("girl ".repeat(50_000));
        });
    }

    @Property
    void failsForNoTextAndLeavesCleanTextAlone(@ForAll String text) {
        String cleaned = TagCleaner.cleanFormat(text.replace('<', '('));
        assertThat(cleaned).doesNotContain("\n", "  ", ",,");
        TagCleaner.cleanTags(text);
        TagCleaner.cleanCaption(text);
    }
}
