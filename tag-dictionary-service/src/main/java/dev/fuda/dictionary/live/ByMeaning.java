package dev.fuda.dictionary.live;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Meaning;
import dev.fuda.dictionary.suggest.Suggestion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Puts what is found by meaning after all that is found by letters. Whatever bean is a {@link Meaning} is asked; none
 * comes with Fuda.
 */
@ApplicationScoped
class ByMeaning {

    private static final Logger LOG = Logger.getLogger(ByMeaning.class);

    /** A list that comes later than this comes too late for who is typing. */
    private static final Duration PATIENCE = Duration.ofMillis(150);

    private final IndexFeed feed;
    private final List<Meaning> meanings;

    ByMeaning(IndexFeed feed, @Any Instance<Meaning> meanings) {
        this.feed = feed;
        this.meanings = meanings.stream().toList();
    }

    /** The list alone when the text is a single word, when nothing tells its meaning, or not in time. */
    Uni<List<Suggestion>> after(List<Suggestion> found, String typed, Category category, int limit) {
        if (meanings.isEmpty() || typed.isBlank() || typed.strip().split("\\s+").length < 2) {
            return Uni.createFrom().item(found);
        }
        return Uni.join()
                .all(meanings.stream()
                        .map(meaning -> near(meaning, typed, category, limit))
                        .toList())
                .andCollectFailures()
                .map(lists -> feed.index()
                        .followedBy(lists.stream().flatMap(List::stream).toList(), found, category, limit));
    }

    private static Uni<List<String>> near(Meaning meaning, String typed, Category category, int limit) {
        return Uni.createFrom()
                .completionStage(() -> meaning.near(typed, category, limit))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(e -> LOG.debugf(e, "Nothing by the meaning of '%s'", typed))
                .onFailure()
                .recoverWithItem(List.of());
    }
}
