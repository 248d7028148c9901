package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
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

    private final AtomicReference<State> state =
            new AtomicReference<>(new State(new TagIndexBuilder().build(), Overlay.NONE, false));

    private record State(TagIndex base, Overlay overlay, boolean loaded) {}

    /**
     * The best tags for what was typed, see {@link TagIndex#search}. Text whose last separator leads nowhere
     * ({@code "solo "}) is searched without it. Blank text gives the most popular tags.
     *
     * @param category null for all
     */
    public List<Suggestion> search(String typed, Category category, int limit) {
        byte[] key = Spelling.key(typed.isBlank() ? "" : typed);
        List<Suggestion> found = search(key, category, limit);
        if (found.isEmpty() && key.length > 1 && key[key.length - 1] == ' ') {
            return search(Arrays.copyOf(key, key.length - 1), category, limit);
        }
        return found;
    }

    private List<Suggestion> search(byte[] key, Category category, int limit) {
        State now = state.get();
        List<Suggestion> base = now.base.search(key, category, limit, now.overlay.hidden());
        return now.overlay.isEmpty() ? base : Overlay.merge(base, now.overlay.search(key, category), limit);
    }

    /** Every tag, deprecated ones too, that has this name or alias in some spelling. */
    List<NameMatch> lookup(String name) {
        State now = state.get();
        byte[] key = Spelling.key(name);
        List<NameMatch> matches = new ArrayList<>(now.base.lookup(key, now.overlay.hidden()));
        matches.addAll(now.overlay.lookup(key));
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
