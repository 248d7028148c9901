package dev.fuda.dataset.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fuda.dataset.caption.RealTags;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            1girl                                => 1girl
            1girl, Long Hair                     => 1girl, long_hair
            1girl,long hair,                     => 1girl, long_hair
            `  ,1girl,,  long_hair ,`            => 1girl, long_hair
            1girl | smile                        => 1girl | smile
            1girl|smile                          => 1girl|smile
            a, b | c, d                          => a, b | c, d
            (a, b) | c                           => (a, b) | c
            (a, b), c                            => a, b, c
            ((a | b), c) | -d                    => (a | b, c) | -d
            1girl, -short hair                   => 1girl, -short_hair
            -(a | b), c                          => -(a | b), c
            -( -a )                              => a
            ( a )                                => a
            (a)                                  => (a)
            star (symbol), rem \\(re:zero\\)     => star_(symbol), rem_(re:zero)
            (star (symbol) | b), c               => star_(symbol) | b, c
            (star (symbol), b) | ("a)", c)       => ( star_(symbol), b ) | ( "a)", c )
            -( star (symbol), b)                 => -( star_(symbol), b )
            (srwd), (boku no hero academia)      => (srwd), (boku_no_hero_academia)
            ;), >:(, :d                          => ;\\), >:\\(, :d
            (:\\) | a), b | \\(                   => :\\) | a, b | \\(
            :| | |_|                             => :| | |_|
            -_-, -^_^                            => -_-, -^_^
            width:>=1024, HEIGHT:<512            => width:>=1024, height:<512
            tags:>10, tags: = 3                  => tags:>10, tags:3
            width:≥768                           => width:>=768
            width:512..1024, id:..5, id:7..      => width:512..1024, id:<=5, id:>=7
            size:>2mb, size:<=1.5 KB             => size:>2097152, size:<=1536
            ratio:16/9, ratio:>1.5               => ratio:1.777777778, ratio:>1.5
            ratio:3:2                            => ratio:1.5
            group:Character                      => group:character
            format:JPG, type:pair                => format:jpeg, type:pair
            type: null, type:_null, type:-null   => type:_null, type:_null, type:-null
            name:*abc*, name:my file.p*          => name:*abc*, name:my file.p*
            name:"my, file"                      => name:"my, file"
            caption:"in the rain", -has:caption  => caption:"in the rain", -has:caption
            caption:in the rain                  => caption:"in the rain"
            source:auto_palette                  => source:auto_palette
            re:zero, honkai: star rail, :d       => re:zero, honkai:_star_rail, :d
            "?", "!?", *_hair                    => "?", "!?", *_hair
            "width:100", "-a", "a, b | c"        => "width:100", "-a", "a,_b_|_c"
            "lu\\""                              => "lu\\""
            lu", i"s                             => lu", i"s
            (long hair:1.2), -(rem \\(re:zero\\):.85) => long_hair, -rem_(re:zero)
            ((long hair: 1.2):1.05), (:3:1)      => long_hair, :3
            ((a:1.1) | b), (c d:1.2) | e         => a | b, c_d | e
            (reverse:1999), (:3), (tags:5)       => (reverse:1999), (:3), (tags:5)
            (height:1.2), (ratio:1.5)            => height, (ratio:1.5)
            "(long hair:1.2)"                    => "(long_hair:1.2)"
            "pour la justice" (genshin impact)   => "pour_la_justice"_(genshin_impact)
            """)
    void reads(String text, String meaning) {
        assertThat(QueryParser.parse(text)).hasToString(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", ",", " , ,"})
    void nothingAsksForEverything(String text) {
        assertThat(QueryParser.parse(text)).isEqualTo(new Query.All());
    }

    @Test
    void noTextAsksForEverything() {
        assertThat(QueryParser.parse(null)).isEqualTo(new Query.All());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            (a, b                     =>  0 => never closed
            x, (a | (b, c)            =>  3 => never closed
            (a | b))                  =>  7 => After the )
            (a | b) c                 =>  8 => After the )
            a )                       =>  2 => no (
            `( )`                     =>  1 => nothing between
            `a | `                    =>  2 => nothing after this |
            `| a`                     =>  0 => nothing before this |
            a | | b                   =>  2 => nothing after this |
            a | , b                   =>  2 => nothing after this |
            `a, - b`                  =>  3 => right behind this -
            -                         =>  0 => right behind this -
            a, "b                     =>  3 => never closed
            a, ""                     =>  5 => no tag between
            width:                    =>  6 => width:>=1024
            a, width:>=abc            =>  9 => 'abc' is no condition for width:
            width:1.5                 =>  6 => '1.5' is no condition for width:
            width:10mb                =>  6 => '10mb' is no condition for width:
            width:><3                 =>  6 => width:>=1024
            width:10..5               =>  6 => smaller number first
            width:..                  =>  6 => width:>=1024
            size:99999999999gb        =>  5 => size:>2mb
            ratio:1/0                 =>  6 => ratio:16/9
            type:pairs                =>  5 => single, pair, group
            format:bmp                =>  7 => jpeg, png, webp
            name:                     =>  5 => What should name: be
            """)
    void saysWhereAndWhat(String text, int position, String hint) {
        assertThatThrownBy(() -> QueryParser.parse(text)).isInstanceOfSatisfying(QuerySyntaxException.class, e -> {
            assertThat(e.position()).isEqualTo(position);
            assertThat(e.getMessage()).contains(hint);
        });
    }

    @Test
    void hasLimits() {
        assertThatThrownBy(() -> QueryParser.parse("a".repeat(4001))).hasMessageContaining("4001");
        assertThatThrownBy(() -> QueryParser.parse("a, ".repeat(201))).hasMessageContaining("200 conditions");
        assertThatThrownBy(() -> QueryParser.parse("( ".repeat(17))).hasMessageContaining("16 deep");
        assertThatThrownBy(() -> QueryParser.parse("a".repeat(256))).hasMessageContaining("255");
        assertThatThrownBy(() -> QueryParser.parse("a\u0000")).hasMessageContaining("character");
        assertThatThrownBy(() -> QueryParser.parse("a\ud800")).hasMessageContaining("character");
    }

    @Property(tries = 3000)
    void whatIsWrittenIsWhatIsRead(@ForAll("queries") Query query) {
        assertThat(QueryParser.parse(query.toString())).isEqualTo(query);
    }

    @Property(tries = 3000)
    void whatWasReadOnceIsReadAgain(@ForAll("messy") String text) {
        Throwable thrown = catchThrowable(() -> QueryParser.parse(text));
        if (thrown == null) {
            Query query = QueryParser.parse(text);
            assertThat(QueryParser.parse(query.toString())).isEqualTo(query);
        } else {
            assertThat(thrown)
                    .isInstanceOfSatisfying(
                            QuerySyntaxException.class,
                            e -> assertThat(e.position()).isBetween(0, text.length()));
        }
    }

    @Property
    void randomTextNeverFailsInAnotherWay(@ForAll String text) {
        Throwable thrown = catchThrowable(() -> QueryParser.parse(text));
        assertThat(thrown == null || thrown instanceof QuerySyntaxException).isTrue();
    }

    @Provide
    Arbitrary<Query> queries() {
        return Queries.over(RealTags.AWKWARD);
    }

    @Provide
    Arbitrary<String> messy() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "long hair",
                        "star (symbol)",
                        "(",
                        ")",
                        "( ",
                        " )",
                        "|",
                        " | ",
                        ",",
                        ", ",
                        "-",
                        "\"",
                        "\\\"",
                        "\\",
                        " ",
                        "_",
                        ":)",
                        "^_^",
                        "-_-",
                        "width:",
                        ">=",
                        "10",
                        "..",
                        "size:1mb",
                        "ratio:",
                        "16/9",
                        "type:",
                        "pair",
                        "null",
                        "name:",
                        "*",
                        "?",
                        "caption:",
                        "has:",
                        "\u3000",
                        "\n",
                        "re:zero")
                .list()
                .ofMaxSize(15)
                .map(parts -> String.join("", parts));
    }
}
