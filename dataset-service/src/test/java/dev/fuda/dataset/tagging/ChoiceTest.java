package dev.fuda.dataset.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.caption.TagState;
import dev.fuda.kernel.event.TaggerEvent.TagScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final List<TagScore> SCORES = List.of(
            new TagScore("smile", "general", 0.35f),
            new TagScore("1girl", "General", 0.99f),
            new TagScore("hat", "general", 0.3499f),
            new TagScore("hatsune miku", "character", 0.5f),
            new TagScore("sensitive", "rating", 0.1f),
            new TagScore("safe", "rating", 0.2f),
            new TagScore("explicit", "rating", 0.2f),
            new TagScore("a,b", "general", 0.9f));

    @Test
    void takesWhatReachesTheThresholdAsAFloat() {
        assertThat(Choice.of(SCORES, (float) 0.35, List.of()))
                .extracting(Choice::name)
                .containsExactly("hatsune_miku", "1girl", "smile", "safe");
    }

    @Test
    void takesTheCategoriesAskedFor() {
        assertThat(Choice.of(SCORES, 0, List.of("general")))
                .extracting(Choice::name)
                .containsExactly("1girl", "smile", "hat");
        assertThat(Choice.of(SCORES, 0, List.of("artist"))).isEmpty();
    }

    @Test
    void ofOneNameTheSurestCounts() {
        List<Choice> twice = List.of(new Choice("a", "general", 0.4f), new Choice("a", "general", 0.6f));
        assertThat(Choice.distinct(twice)).containsExactly(new Choice("a", "general", 0.6f));
    }

    @Test
    void aPersonsTagIsNeverChanged() {
        TagState mine = TagState.manual("smile", "Mood");
        List<TagState> before = List.of(mine, TagState.manual("hat", null));
        List<Choice> chosen = List.of(new Choice("1girl", "general", 0.9f), new Choice("smile", "general", 0.8f));
        TagState girl = new TagState("1girl", "General", 0.9f, "auto_palette");

        assertThat(Retagging.apply(AutoTagOrder.Mode.ADD, before, chosen, "auto_palette"))
                .containsExactly(mine, before.get(1), girl);
        assertThat(Retagging.apply(AutoTagOrder.Mode.REPLACE, before, chosen, "auto_palette"))
                .containsExactly(girl, mine);
        assertThat(Retagging.apply(AutoTagOrder.Mode.SKIP, before, chosen, "auto_palette"))
                .isEqualTo(before);
        assertThat(Retagging.apply(AutoTagOrder.Mode.SKIP, List.of(), chosen, "auto_palette"))
                .hasSize(2);
    }
}
