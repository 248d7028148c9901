package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tags that one person chose before, as an index of their own: they are searched beside all others, and of what is
 * hit equally well they come first, the most chosen before the others. Immutable.
 */
public final class Personal {

    public static final Personal NONE = new Personal(null, Map.of());

    private final LiveIndex index;
    private final Map<Long, Integer> picks;

    private Personal(LiveIndex index, Map<Long, Integer> picks) {
        this.index = index;
        this.picks = picks;
    }

    /** @param picks how often each tag was chosen, by id */
    public static Personal of(List<TagEntry> tags, Map<Long, Integer> picks) {
        TagIndexBuilder builder = new TagIndexBuilder();
        tags.forEach(builder::add);
        LiveIndex index = new LiveIndex();
        index.install(builder.build());
        return new Personal(index, Map.copyOf(picks));
    }

    /** How often a tag was chosen. */
    public int picks(long id) {
        return picks.getOrDefault(id, 0);
    }

    /**
     * Puts what the person chose before what others would choose.
     *
     * @param found by the same search among all tags
     */
    public List<Suggestion> first(List<Suggestion> found, String typed, Category category, int limit) {
        if (index == null || typed.isBlank()) {
            return found;
        }
        boolean guessed = !found.isEmpty() && found.getFirst().tier() == Suggestion.Tier.TYPO;
        List<Suggestion> all = new ArrayList<>(found);
        Set<Long> known = new HashSet<>();
        found.forEach(hit -> known.add(hit.id()));
        for (Suggestion own : index.search(typed, category, limit)) {
            // What looks mistyped among a few tags may be written quite right among all.
            boolean guess = own.tier() == Suggestion.Tier.TYPO;
            if ((!guess || guessed || found.isEmpty()) && known.add(own.id())) {
                all.add(own);
            }
        }
        all.sort(Comparator.comparing(Suggestion::tier)
                .thenComparingInt(Suggestion::mistakes)
                .thenComparing(Comparator.comparingInt((Suggestion hit) -> picks(hit.id()))
                        .reversed())
                .thenComparing(Suggestion.ORDER));
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }
}
