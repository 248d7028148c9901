package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Suggestion.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The index that is searched now: an immutable one with the edits since it was built on top. Readers never wait; a
 * rebuild or an edit replaces both at once. One writer at a time is expected, any number of readers.
 */
public final class LiveIndex {

    private static final int[] NONE_HIDDEN = {};

    /** So few hits, none of them the whole of a name, may be chance, where a near tag is so many times as frequent. */
    private static final int FEW = 5;

    private static final long TIMES = 10;

    private final AtomicReference<State> state =
            new AtomicReference<>(new State(new TagIndexBuilder().build(), Overlay.NONE, false));

    private record State(TagIndex base, Overlay overlay, boolean loaded) {

        List<Suggestion> search(byte[] key, Category category, int limit, Means means) {
            List<Suggestion> old = base.search(key, category, limit, overlay.hidden(), means);
            return overlay.isEmpty()
                    ? old
                    : Overlay.merge(old, overlay.index().search(key, category, limit, NONE_HIDDEN, means), limit);
        }

        List<Suggestion> initials(byte[] letters, Category category, int limit) {
            List<Suggestion> old = base.initials(letters, category, limit, overlay.hidden());
            return overlay.isEmpty()
                    ? old
                    : Overlay.merge(old, overlay.index().initials(letters, category, limit, NONE_HIDDEN), limit);
        }
    }

    /** The best tags for what was typed, by all means. */
    public List<Suggestion> search(String typed, Category category, int limit) {
        return search(typed, category, limit, Means.ALL);
    }

    /**
     * The best tags for what was typed, see {@link TagIndex#search}. Text whose last separator leads nowhere
     * ({@code "solo "}) is searched without it. Blank text gives the most popular tags. By {@link Means#ALL}, letters
     * after a {@code /} are initials of words, and what hits less than five tags, none by its whole name, is taken for
     * mistyped as well where it is near to a tag ten times as frequent as those.
     *
     * @param category null for all
     */
    public List<Suggestion> search(String typed, Category category, int limit, Means means) {
        State now = state.get();
        byte[] key = Spelling.key(typed.isBlank() ? "" : typed);
        List<Suggestion> found = now.search(key, category, limit, means);
        if (found.isEmpty() && key.length > 1 && key[key.length - 1] == ' ') {
            key = Arrays.copyOf(key, key.length - 1);
            found = now.search(key, category, limit, means);
        }
        if (means == Means.ALL && key.length > 1 && key[0] == '/') {
            found = followed(now.initials(Arrays.copyOfRange(key, 1, key.length), category, limit), found, limit);
        }
        boolean doubtful = found.size() < Math.min(FEW, limit)
                && found.stream().noneMatch(hit -> hit.tier().compareTo(Tier.EXACT_ALIAS) <= 0);
        return means == Means.ALL && doubtful
                ? followed(found, likelier(now.search(key, category, limit, Means.TYPO), found), limit)
                : found;
    }

    private static List<Suggestion> likelier(List<Suggestion> near, List<Suggestion> found) {
        long most = TIMES * found.stream().mapToLong(Suggestion::count).max().orElse(-1);
        return near.stream().filter(hit -> hit.count() > most).toList();
    }

    /**
     * What was found, followed by tags that another way of searching found.
     *
     * @param names of tags, the best first; what is no tag, deprecated, of another category or there already is left out
     * @param category null for all
     */
    public List<Suggestion> followedBy(List<String> names, List<Suggestion> found, Category category, int limit) {
        List<Suggestion> near = new ArrayList<>();
        for (String name : names) {
            byte[] key = Spelling.key(name);
            state.get().search(key, category, 1, Means.PREFIX).stream()
                    .filter(hit -> hit.tier() == Tier.EXACT_NAME)
                    .map(Suggestion::byMeaning)
                    .forEach(near::add);
        }
        return followed(found, near, limit);
    }

    private static List<Suggestion> followed(List<Suggestion> first, List<Suggestion> then, int limit) {
        List<Suggestion> all = new ArrayList<>(first);
        for (Suggestion each : then) {
            if (all.size() < limit && all.stream().noneMatch(known -> known.id() == each.id())) {
                all.add(each);
            }
        }
        return all;
    }

    /** Every tag, deprecated ones too, that has this name or alias in some spelling. */
    List<NameMatch> lookup(String name) {
        State now = state.get();
        byte[] key = Spelling.key(name);
        List<NameMatch> matches = new ArrayList<>(now.base.lookup(key, now.overlay.hidden()));
        matches.addAll(now.overlay.index().lookup(key, NONE_HIDDEN));
        return matches;
    }

    /** Replaces everything by a fresh index. */
    public void install(TagIndex base) {
        install(base, List.of(), Set.of());
    }

    /**
     * Replaces everything by a fresh index and the edits that it may have missed.
     *
     * @param present tags as they are now
     * @param gone ids of tags that no longer exist
     */
    public void install(TagIndex base, List<TagEntry> present, Set<Long> gone) {
        Overlay overlay = present.isEmpty() && gone.isEmpty() ? Overlay.NONE : Overlay.NONE.with(base, present, gone);
        state.set(new State(base, overlay, true));
    }

    /**
     * Puts edits on top.
     *
     * @param present tags as they are now
     * @param gone ids of tags that no longer exist
     */
    public void edit(List<TagEntry> present, Set<Long> gone) {
        state.updateAndGet(s -> new State(s.base, s.overlay.with(s.base, present, gone), s.loaded));
    }

    /** False until the first {@link #install}. */
    public boolean isLoaded() {
        return state.get().loaded;
    }

    /** How many edits lie on top; a rebuild takes them in. */
    public int edits() {
        return state.get().overlay.size();
    }

    /** Number of tags, deprecated ones included. */
    public int size() {
        State now = state.get();
        return now.base.size() + now.overlay.tagCount();
    }

    /** Bytes that the index takes without the edits on top. */
    public long bytes() {
        return state.get().base.bytes();
    }
}
