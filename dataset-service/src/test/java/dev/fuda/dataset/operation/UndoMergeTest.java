package dev.fuda.dataset.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.caption.CaptionState;
import dev.fuda.dataset.caption.TagState;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndoMergeTest {

    private static CaptionState tags(List<String> names) {
        return new CaptionState("tags", "main", "", null, "txt_file", null, "a.txt", null, List.of())
                .retagged(
                        names.stream().map(name -> TagState.manual(name, null)).toList());
    }

    private static CaptionState tags(String names) {
        return tags(names == null ? List.of() : List.of(names.split(" ")));
    }

    private static CaptionState text(String content) {
        return new CaptionState("description", "description", content, null, "manual", null, null, null, List.of());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiterString = "|", textBlock = """
            a b     | a b c   | a b c    | a b      | -
            a b     | a b c   | a c d    | a d      | -
            a b c   | a       | a d      | a b c d  | -
            a b c   | a c     | a b c    | a b c    | b was added again later
            a b     | a b c   | a b      | a b      | c was removed later
            a b c   | c b a   | c b a    | a b c    | -
            a b c   | c b a   | c b a d  | a b c d  | -
            a b c   | c b a   | b c a    | b c a    | -
            a       | b       | b c      | a c      | -
            -       | a b     | a b c    | c        | -
            a b     | -       | c        | a b c    | -
            a b c d | d c     | d c e    | a b c d e | -
            """)
    void takesBackWhatNobodyChangedSince(String before, String after, String now, String expected, String kept) {
        UndoMerge merge = UndoMerge.of(tags(before), tags(after), tags(now));
        assertThat(merge.result().names()).isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
        assertThat(merge.kept()).isEqualTo(kept == null ? List.of() : List.of(kept));
    }

    @Test
    void theStateBeforeComesBackExactly() {
        CaptionState before = tags("a b").with("a,,  b\r\n", tags("a b").tags());
        assertThat(UndoMerge.of(before, tags("a b c"), tags("a b c")).result()).isSameAs(before);
        assertThat(UndoMerge.of(null, tags("a"), tags("a")).result()).isNull();
        assertThat(UndoMerge.of(before, null, null).result()).isSameAs(before);
    }

    @Test
    void aTextThatWasChangedAgainStays() {
        UndoMerge merge = UndoMerge.of(text("old"), text("new"), text("newest"));
        assertThat(merge.result().content()).isEqualTo("newest");
        assertThat(merge.kept()).containsExactly("the text was changed again later");
        assertThat(UndoMerge.of(text("old"), text("new"), null).kept())
                .containsExactly("the caption was removed later");
    }

    @Test
    void aTagThatATaggerConfirmedSinceStays() {
        TagState confirmed = new TagState("c", "General", 0.9f, "auto_palette");
        CaptionState now = tags("a b c")
                .retagged(Arrays.asList(TagState.manual("a", null), TagState.manual("b", null), confirmed));
        UndoMerge merge = UndoMerge.of(tags("a b"), tags("a b c"), now);
        assertThat(merge.result().tags()).contains(confirmed);
        assertThat(merge.kept()).containsExactly("c was changed later");
    }

    @Property(tries = 2000)
    void laterChangesAreNeverTouched(
            @ForAll("lists") List<String> before,
            @ForAll("lists") List<String> after,
            @ForAll("lists") List<String> now) {
        UndoMerge merge = UndoMerge.of(tags(before), tags(after), tags(now));
        Set<String> result = new HashSet<>(merge.result().names());
        Set<String> added = minus(after, before);
        Set<String> removed = minus(before, after);
        for (String tag : List.of("a", "b", "c", "d", "e", "f")) {
            boolean wasThere = now.contains(tag);
            boolean takenBack = added.contains(tag) || removed.contains(tag) && !wasThere;
            assertThat(result.contains(tag)).as(tag).isEqualTo(takenBack ? removed.contains(tag) : wasThere);
        }
        assertThat(merge.result().names()).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f")
                .list()
                .ofMaxSize(6)
                .map(names -> List.copyOf(new LinkedHashSet<>(names)));
    }

    private static Set<String> minus(List<String> from, List<String> other) {
        Set<String> rest = new HashSet<>(from);
        rest.removeAll(other);
        return rest;
    }
}
