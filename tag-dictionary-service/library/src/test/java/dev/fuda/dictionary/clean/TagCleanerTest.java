package dev.fuda.dictionary.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of specification 0's clean-up, by a case whose answer was worked out by hand. */
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

    @Test
    void takesNoLongerForNastyText() {
        String word = "a".repeat(200_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            TagCleaner.cleanTags("2girls, " + word + " " + word);
            TagCleaner.cleanFormat("<".repeat(200_000) + "." + " ".repeat(200_000));
            TagCleaner.cleanCaption("girl ".repeat(50_000));
        });
    }

    @Property
    void failsForNoTextAndLeavesCleanTextAlone(@ForAll String text) {
        String cleaned = TagCleaner.cleanFormat(text);
        assertThat(cleaned).doesNotContain("\n", "  ", ",,");
        TagCleaner.cleanTags(text);
        TagCleaner.cleanCaption(text);
    }
}
