package dev.fuda.dataset.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTextTest {

    private static TagText parse(String text) {
        return TagText.parse(text, TagStyle.DEFAULT);
    }

    private static String edit(String text, String names) {
        return parse(text).edit(names.isEmpty() ? List.of() : List.of(names.split(" ")));
    }

    @Property
    void aTextEditedToItsOwnTagsIsTheSameText(@ForAll String text) {
        assertThat(parse(text).edit(parse(text).tags())).isEqualTo(text);
    }

    @Property
    void aMessyTextEditedToItsOwnTagsIsTheSameText(@ForAll("messy") String text) {
        assertThat(parse(text).edit(parse(text).tags())).isEqualTo(text);
    }

    @Property(tries = 3000)
    void whatIsWrittenIsWhatIsReadBack(@ForAll("messy") String text, @ForAll("names") List<String> names) {
        List<String> wanted = List.copyOf(new LinkedHashSet<>(names));
        TagText file = parse(text);
        TagText edited = parse(file.edit(wanted));
        assertThat(edited.tags()).isEqualTo(wanted);
        assertThat(edited.unfit()).isEqualTo(file.unfit());
    }

    @Property
    void takingATagOutKeepsTheRestInPlace(@ForAll("messy") String text, @ForAll Random random) {
        List<String> tags = new ArrayList<>(parse(text).tags());
        if (tags.isEmpty()) {
            return;
        }
        tags.remove(random.nextInt(tags.size()));
        assertThat(parse(parse(text).edit(tags)).tags()).isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            `a, b, c`                => a b c d        => `a, b, c, d`
            `a,b,c`                  => a b c d        => `a,b,c,d`
            `a, b, c,\\n`             => a c            => `a, c,\\n`
            `a, b\\r\\n`               => a b n          => `a, b, n\\r\\n`
            `long hair, red eyes`    => long_hair red_eyes blue_sky => `long hair, red eyes, blue sky`
            `long_hair, red_eyes`    => long_hair red_eyes blue_sky => `long_hair, red_eyes, blue_sky`
            `a \\(b\\), c`           => a_(b) c d_(e)  => `a \\(b\\), c, d \\(e\\)`
            `a (b), c`               => a_(b) c d_(e)  => `a (b), c, d (e)`
            `Long Hair, b`           => long_hair      => `Long Hair`
            `a, a, b`                => b              => `b`
            `a, a, b`                => a b c          => `a, a, b, c`
            `a, b, a`                => a              => `a, a`
            `a,, b ,c`               => a b x c        => `a,, b,, x ,c`
            `a, b\\nc, d`             => a c d          => `a\\nc, d`
            `a, b\\nc, d`             => a b x c d      => `a, b, x\\nc, d`
            `a, b\\nc, d`             => x a b c d      => `x, a, b\\nc, d`
            `a\\nb\\nc\\n`              => a b x c        => `a\\nb\\nx\\nc\\n`
            `a, b ||| c, d`          => a b x c d      => `a, b, x ||| c, d`
            `a, b ||| c, d`          => a d            => `a ||| d`
            `a, b ||| c, d`          => b a d c        => `b, a ||| d, c`
            `a, b, c`                => c a b          => `c, a, b`
            `a, B b, c`              => c b_b          => `c, B b`
            `\\n`                     => a              => `a\\n`
            ``                       => a big_hat ^_^  => `a, big hat, ^_^`
            """)
    void editsInTheStyleOfTheFile(String text, String names, String expected) {
        assertThat(edit(unescape(text), names)).isEqualTo(unescape(expected));
    }

    @Test
    void takingEverythingOutLeavesTheFinalNewline() {
        assertThat(edit("a, b,\n", "")).isEqualTo("\n");
        assertThat(edit("a, b", "")).isEmpty();
    }

    @Test
    void proseIsCarriedAlong() {
        String prose = "a very long sentence ".repeat(20).strip();
        TagText text = parse("a, " + prose + ", b");
        assertThat(text.tags()).containsExactly("a", "b");
        assertThat(text.unfit()).containsExactly(prose);
        assertThat(text.edit(List.of("b", "a"))).isEqualTo("b, a, " + prose);
        assertThat(text.edit(List.of())).isEqualTo(prose);
    }

    @Test
    void oneTagShowsNoSeparatorSoTheLastKnownOneIsUsed() {
        TagStyle lines = new TagStyle("\r\n", true, false);
        assertThat(TagText.parse("a", lines).edit(List.of("a", "b_c"))).isEqualTo("a\r\nb_c");
    }

    @Test
    void bigFilesAreReadInLinearTime() {
        String text = "tag ".repeat(3).strip() + ", ";
        TagText big = parse(text.repeat(200_000));
        assertThat(big.tags()).containsExactly("tag_tag_tag");
    }

    @Provide
    Arbitrary<String> messy() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "c",
                        "Long Hair",
                        "long_hair",
                        "x \\(y\\)",
                        "x (y)",
                        "^_^",
                        ">:)",
                        "\\m/",
                        "|||",
                        "|",
                        ",",
                        ", ",
                        " ,",
                        "\n",
                        "\r\n",
                        " ",
                        "\t",
                        "\u3000",
                        "\\",
                        "(",
                        ")",
                        "_",
                        "__",
                        "\u0001",
                        "桜")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of(
                        "a", "b", "c", "long_hair", "x_(y)", "^_^", ">:)", "\\m/", "_", "a__b", "|", "(", "\\(^o^)/")
                .list()
                .ofMaxSize(8);
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r");
    }
}
