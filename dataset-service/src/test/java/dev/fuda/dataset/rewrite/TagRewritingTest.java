package dev.fuda.dataset.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.caption.TagState;
import dev.fuda.kernel.event.DictionaryEvent.Rewrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TagRewritingTest {

    private static List<String> rewritten(List<String> tags, Rewrite... rewrites) {
        return TagRewriting.of(List.of(rewrites))
                .apply(tags.stream().map(tag -> TagState.manual(tag, null)).toList())
                .stream()
                .map(TagState::name)
                .toList();
    }

    @Test
    void renamesInPlace() {
        assertThat(rewritten(List.of("a", "old", "b"), new Rewrite("old", List.of("new"))))
                .containsExactly("a", "new", "b");
    }

    @Test
    void keepsThePlaceOfATagThatIsThereAlready() {
        assertThat(rewritten(List.of("old", "a", "new"), new Rewrite("old", List.of("new"))))
                .containsExactly("a", "new");
        assertThat(rewritten(
                        List.of("one", "two", "a"),
                        new Rewrite("one", List.of("new")),
                        new Rewrite("two", List.of("new"))))
                .containsExactly("new", "a");
    }

    @Test
    void addsWhatATagImpliesBehindIt() {
        assertThat(rewritten(List.of("cat_ears", "a"), new Rewrite("cat_ears", List.of("cat_ears", "animal_ears"))))
                .containsExactly("cat_ears", "animal_ears", "a");
        assertThat(rewritten(
                        List.of("animal_ears", "cat_ears"),
                        new Rewrite("cat_ears", List.of("cat_ears", "animal_ears"))))
                .containsExactly("animal_ears", "cat_ears");
    }

    @Test
    void removesWhatStandsForNothing() {
        assertThat(rewritten(List.of("a", "gone", "b"), new Rewrite("gone", List.of())))
                .containsExactly("a", "b");
    }

    @Test
    void swapsTwoNames() {
        assertThat(rewritten(List.of("a", "b"), new Rewrite("a", List.of("b")), new Rewrite("b", List.of("a"))))
                .containsExactly("b", "a");
    }

    @Test
    void keepsGroupConfidenceAndOriginOfARenamedTag() {
        TagState tag = new TagState("old", "Character", 0.7f, "auto_palette");
        assertThat(TagRewriting.of(List.of(new Rewrite("old", List.of("new")))).apply(List.of(tag)))
                .containsExactly(new TagState("new", "Character", 0.7f, "auto_palette"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "c", "d", "e");
    }

    /** Whatever the rewriting: nothing twice, untouched tags in their order, replaced ones gone, all replacements there. */
    @Property(tries = 3000)
    void loosesAndDoublesNothing(
            @ForAll("lists") List<String> tags, @ForAll("rewrites") Map<String, List<String>> rewrites) {
        List<TagState> given =
                tags.stream().map(tag -> TagState.manual(tag, null)).toList();
        List<String> result = new TagRewriting(rewrites)
                .apply(given).stream().map(TagState::name).toList();
        assertThat(result).doesNotHaveDuplicates();
        List<String> expected = new ArrayList<>();
        tags.forEach(tag -> expected.addAll(rewrites.getOrDefault(tag, List.of(tag))));
        assertThat(result)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().distinct().toList());
        List<String> untouched =
                tags.stream().filter(tag -> !rewrites.containsKey(tag)).toList();
        assertThat(result.stream().filter(untouched::contains)).containsExactlyElementsOf(untouched);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return names().list().uniqueElements().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> rewrites() {
        return Arbitraries.maps(names(), names().list().uniqueElements().ofMaxSize(3))
                .ofMaxSize(3)
                .map(HashMap::new);
    }
}
