package dev.fuda.dataset.caption;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagNameTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            Long Hair              => long_hair
            `  long   hair  `      => long_hair
            long_hair              => long_hair
            rem \\(re:zero\\)      => rem_(re:zero)
            rem \\\\(re:zero\\\\)  => rem_(re:zero)
            \\(^o^)/               => \\(^o^)/
            \\\\(^o^\\)/           => \\(^o^)/
            \\m/                   => \\m/
            ^_^                    => ^_^
            spider-girl            => spider-girl
            :D                     => :d
            """)
    void canonicalises(String written, String name) {
        assertThat(TagName.canonical(written)).isEqualTo(name);
    }

    @Test
    void blanksOfEveryKindBecomeUnderscores() {
        assertThat(TagName.canonical("\u3000long\u00a0\thair\n")).isEqualTo("long_hair");
        assertThat(TagName.canonical(" \t\u3000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            spider-girl, spider_girl
            Spider Girl, spider__girl
            ＡＢ, ab
            """)
    void spellingsMeet(String one, String other) {
        assertThat(TagName.matching(one)).isEqualTo(TagName.matching(other));
    }

    @Test
    void facesStayThemselvesWhenMatched() {
        assertThat(TagName.matching("-_-")).isNotEqualTo(TagName.matching("_"));
        assertThat(TagName.matching("^_^")).isEqualTo("^_^");
    }

    @Test
    void saysWhyATextIsNoTag() {
        assertThat(TagName.objection("long_hair")).isEmpty();
        assertThat(TagName.objection("")).hasValue("A tag needs a name.");
        assertThat(TagName.objection("a,b").orElseThrow()).contains("comma");
        assertThat(TagName.objection("x".repeat(256)).orElseThrow()).contains("256");
        assertThat(TagName.objection("a\u0000b").orElseThrow()).contains("position 1");
        assertThat(TagName.objection("\ud800").orElseThrow()).contains("position 0");
        assertThat(TagName.objection("\ud83d\ude00")).isEmpty();
        assertThat(TagName.objection("|||")).isPresent();
    }

    @Test
    void everyRealNameIsItsOwnCanonicalForm() {
        assertThat(RealTags.all()).allSatisfy(name -> {
            assertThat(TagName.canonical(name)).isEqualTo(name);
            assertThat(TagName.objection(name)).isEmpty();
        });
    }

    @Test
    void everyRealNameIsReadBackFromEveryStyle() {
        for (String name : RealTags.all()) {
            for (boolean underscores : new boolean[] {true, false}) {
                for (boolean escapes : new boolean[] {true, false}) {
                    String written = new TagStyle(", ", underscores, escapes).write(name);
                    assertThat(TagName.canonical(written)).as(written).isEqualTo(name);
                }
            }
        }
    }

    @Property
    void canonicalisingTwiceChangesNothing(@ForAll String written) {
        String once = TagName.canonical(written);
        assertThat(TagName.canonical(once)).isEqualTo(once);
    }

    @Property
    void whatAStyleWritesIsReadBack(@ForAll String text, @ForAll boolean underscores, @ForAll boolean escapes) {
        String name = TagName.canonical(text);
        assertThat(TagName.canonical(new TagStyle(", ", underscores, escapes).write(name)))
                .isEqualTo(name);
    }
}
