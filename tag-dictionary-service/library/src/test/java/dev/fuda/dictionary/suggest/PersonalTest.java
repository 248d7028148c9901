package dev.fuda.dictionary.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dictionary.name.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalTest {

    private static TagEntry tag(long id, String name, int count) {
        return new TagEntry(id, name, Category.GENERAL, count, null, false, List.of());
    }

    private static List<String> names(List<Suggestion> hits) {
        return hits.stream().map(Suggestion::name).toList();
    }

    @Test
    void whatWasChosenComesFirstAmongWhatIsHitEquallyWell() {
        List<TagEntry> all = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            all.add(tag(i, "long_thing_" + i, 1000 - i));
        }
        TagEntry rare = tag(100, "long_forgotten", 1);
        TagEntry exact = tag(101, "long", 2);
        TagEntry inside = tag(102, "very_long", 5);
        all.addAll(List.of(rare, exact, inside));
        LiveIndex index = new LiveIndex();
        index.install(TagIndexProperties.build(all));
        Personal personal = Personal.of(List.of(rare, inside), Map.of(100L, 3, 102L, 9));

        List<Suggestion> hits = personal.first(index.search("long", null, 5), "long", null, 5);
        assertThat(names(hits))
                .as("a rare tag that was chosen is before the popular ones, behind the exact one")
                .containsExactly("long", "long_forgotten", "long_thing_1", "long_thing_2", "long_thing_3");
        assertThat(names(personal.first(index.search("thing", null, 3), "thing", null, 3)))
                .as("what does not match is not brought in")
                .isEqualTo(names(index.search("thing", null, 3)));
        assertThat(personal.picks(100)).isEqualTo(3);
    }

    @Test
    void ofTwoChosenTheMoreChosenIsFirst() {
        TagEntry one = tag(1, "red_eyes", 10);
        TagEntry two = tag(2, "red_hair", 20);
        LiveIndex index = new LiveIndex();
        index.install(TagIndexProperties.build(List.of(one, two)));
        assertThat(names(index.search("red", null, 5))).containsExactly("red_hair", "red_eyes");
        Personal personal = Personal.of(List.of(one, two), Map.of(1L, 5, 2L, 2));
        assertThat(names(personal.first(index.search("red", null, 5), "red", null, 5)))
                .containsExactly("red_eyes", "red_hair");
        assertThat(names(Personal.NONE.first(index.search("red", null, 5), "red", null, 5)))
                .containsExactly("red_hair", "red_eyes");
    }

    @Test
    void aGuessAmongAFewTagsIsNoGuessAmongAll() {
        TagEntry right = tag(1, "rain", 10);
        TagEntry chosen = tag(2, "ruin", 20);
        LiveIndex index = new LiveIndex();
        index.install(TagIndexProperties.build(List.of(right, chosen)));
        Personal personal = Personal.of(List.of(chosen), Map.of(2L, 5));
        assertThat(names(personal.first(index.search("rain", null, 5), "rain", null, 5)))
                .containsExactly("rain");
    }
}
