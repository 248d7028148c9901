package dev.fuda.dataset.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.caption.RealTags;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTagsTest {

    @Test
    void namesTagsInAllTheirForms() {
        assertThat(SearchTags.of(QueryParser.parse("Long Hair, -(spider-girl | \"exact*\"), pat*, width:>=512")))
                .containsExactlyInAnyOrder("long_hair", "spider-girl", "spider_girl", "exact*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "old; new",
                "a, -old; a, -new",
                "old | a, width:>=512; new | a, width:>=512",
                "o-l-d; o-l-d",
                "\"old\", ol*; \"new\", ol*",
                "old, new; new",
                "some tag; other_tag",
                "some-tag; other_tag",
                "gone; gone",
                "two, a; one_half, another_half, a",
                "-two; -(one_half, another_half)",
                "stays; stays"
            })
    void replaces(String before, String after) {
        Query replaced = SearchTags.replace(
                QueryParser.parse(before),
                Map.of(
                        "old", List.of("new"),
                        "some_tag", List.of("other_tag"),
                        "gone", List.of(),
                        "two", List.of("one_half", "another_half"),
                        "stays", List.of("stays", "more")));
        assertThat(replaced).isEqualTo(QueryParser.parse(after));
        assertThat(QueryParser.parse(replaced.toString())).isEqualTo(replaced);
    }

    @Test
    void everyRealNameCanTakeAnothersPlaceAndLoseIt() {
        for (String name : RealTags.all()) {
            Query named = SearchTags.replace(QueryParser.parse("a, -old | b"), Map.of("old", List.of(name)));
            Query read = QueryParser.parse(named.toString());
            assertThat(read).isEqualTo(named);
            assertThat(SearchTags.of(read)).contains(name);
            assertThat(SearchTags.replace(read, Map.of(name, List.of("old"))))
                    .hasToString(name.matches(".*[*?].*") ? "a, -\"old\" | b" : "a, -old | b");
        }
    }

    @Test
    void quotesANameThatWouldBeAPattern() {
        Query replaced = SearchTags.replace(QueryParser.parse("old"), Map.of("old", List.of("what?")));
        assertThat(QueryParser.parse(replaced.toString())).isEqualTo(new Query.Tag("what?", true));
    }
}
