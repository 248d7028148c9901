package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Suggestion.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All tags in memory, ready to be searched by what a person types; never changed once built.
 *
 * <p>Tags are numbered by popularity: ordinal 0 has the highest count, equal counts follow the bytes of the name. The
 * best of a range of keys are thus those with the smallest ordinals.
 */
public final class TagIndex {

    static final int TRANSLATED = 0x20;
    static final int DISPLAY = 0x40;
    static final int DEPRECATED = 0x80;

    private final Texts texts;
    private final int[] name;
    private final byte[] flags;
    private final int live;
    private final KeyList starts;
    private final KeyList words;
    private final Anywhere anywhere;
    private final Typos typos;

    TagIndex(Texts texts, Tags tags, KeyList starts, KeyList words, Anywhere anywhere, Typos typos) {
        this.texts = texts;
        this.name = tags.name();
        this.flags = tags.flags();
        this.live = tags.live();
        this.starts = starts;
        this.words = words;
        this.anywhere = anywhere;
        this.typos = typos;
    }

    /** The columns of the tags by ordinal; those from {@code live} on are deprecated. */
    record Tags(int[] name, byte[] flags, int live) {}

    /** Number of tags, deprecated ones included. */
    public int size() {
        return name.length;
    }

    /** Bytes that the arrays of this index take. */
    public long bytes() {
        return texts.size() + 5L * name.length + starts.bytes() + words.bytes() + anywhere.bytes() + typos.bytes();
    }

    /**
     * The best {@code limit} tags for a key. By {@link Means#ALL}: the whole name, a whole alias or translation, the
     * start of either, the start of a later word, words in another order, a part of a word, in this order, and by
     * count within each; mistakes are looked for by {@link Means#TYPO} only, after what was typed without any. A tag
     * appears once, by its best match.
     *
     * @param key made by {@link Spelling#key}
     * @param category only tags of this category, or null for all
     * @param hidden ordinals to leave out, ascending
     */
    public List<Suggestion> search(byte[] key, Category category, int limit, int[] hidden, Means means) {
        Found found = new Found(category, limit, hidden);
        switch (means) {
            case ALL -> {
                starts(found, key);
                if (!found.full()) {
                    word(found, key);
                }
                if (!found.full()) {
                    anywhere.words(key, found::accepts, limit, found.as(Tier.WORDS));
                }
                if (!found.full()) {
                    anywhere.inside(key, found::accepts, limit, found.as(Tier.INSIDE));
                }
            }
            case PREFIX -> starts(found, key);
            case SUBSTRING -> anywhere.inside(key, found::accepts, limit, found.as(Tier.INSIDE));
            case TYPO -> {
                int from = starts.from(key);
                exact(found, key.length, from, starts.to(key, from));
                typos(found, key);
            }
        }
        return found.suggestions;
    }

    /** The best tags whose words begin with these letters; see {@link #search}. */
    List<Suggestion> initials(byte[] letters, Category category, int limit, int[] hidden) {
        Found found = new Found(category, limit, hidden);
        anywhere.initials(letters, found::accepts, limit, found.as(Tier.ABBREVIATION));
        return found.suggestions;
    }

    private void starts(Found found, byte[] key) {
        int from = starts.from(key);
        int to = starts.to(key, from);
        exact(found, key.length, from, to);
        if (!found.full()) {
            prefix(found, key.length, from, to);
        }
    }

    private void typos(Found found, byte[] key) {
        FewestMistakes best = typos.find(key, found.limit, found::accepts);
        for (int i = 0; i < best.size() && !found.full(); i++) {
            found.add(Tier.TYPO, best.ordinal(i), best.origin(i), best.mistakes(i));
        }
    }

    private void exact(Found found, int length, int from, int to) {
        int end = from;
        while (end < to && starts.keyEndsAfter(end, length)) {
            end++;
        }
        addExact(found, from, end, false);
        addExact(found, from, end, true);
    }

    private void addExact(Found found, int from, int end, boolean aliases) {
        for (int entry = from; entry < end && !found.full(); entry++) {
            int origin = starts.origin(entry);
            if (texts.isAlias(origin) == aliases && found.accepts(starts.ordinal(entry))) {
                found.add(aliases ? Tier.EXACT_ALIAS : Tier.EXACT_NAME, starts.ordinal(entry), origin);
            }
        }
    }

    private void prefix(Found found, int length, int from, int to) {
        // Those found already come again.
        take(found, Tier.PREFIX, starts, length, from, to, found.limit + found.suggestions.size());
    }

    private void word(Found found, byte[] key) {
        int from = words.from(key);
        // Up to as many as are found already may come again.
        take(found, Tier.WORD, words, key.length, from, words.to(key, from), found.limit);
    }

    /** Adds the best of a range, of which the {@code most} best are enough, unless some of those are hidden. */
    private void take(Found found, Tier tier, KeyList list, int length, int from, int to, int most) {
        int[] entries = list.best(found.category, length, from, to, most);
        take(found, tier, list, entries);
        if (!found.full() && found.hidden.length > 0 && entries.length >= most) {
            take(found, tier, list, list.best(found.category, length, from, to, most + found.hidden.length));
        }
    }

    private void take(Found found, Tier tier, KeyList list, int[] entries) {
        fetch(list, entries, found.limit);
        for (int entry : entries) {
            int ordinal = list.ordinal(entry);
            if (ordinal >= live || found.full()) {
                return;
            }
            if (found.accepts(ordinal)) {
                found.add(tier, ordinal, tier == Tier.WORD ? name[ordinal] : list.origin(entry));
            }
        }
    }

    /**
     * Reads where the first results lie, step by step for all of them: their places are scattered over the memory, and
     * taken one result after the other each step would wait for it.
     */
    private void fetch(KeyList list, int[] entries, int limit) {
        int count = Math.min(entries.length, limit);
        int[] at = new int[count];
        int places = 0;
        for (int i = 0; i < count; i++) {
            at[i] = list.ordinal(entries[i]);
            places |= list.place(entries[i]);
        }
        for (int i = 0; i < count; i++) {
            places |= flags[at[i]] & DISPLAY;
            at[i] = name[at[i]];
        }
        for (int i = 0; i < count; i++) {
            places |= texts.endsAt(at[i]) ? Integer.MIN_VALUE : 0;
        }
        if (places < 0) {
            throw new IllegalStateException("A tag has no name");
        }
    }

    /** Every tag, deprecated ones too, of which the name or an alias has this key. */
    List<NameMatch> lookup(byte[] key, int[] hidden) {
        List<NameMatch> matches = new ArrayList<>();
        int from = starts.from(key);
        int to = starts.to(key, from);
        for (int entry = from; entry < to && starts.keyEndsAfter(entry, key.length); entry++) {
            int ordinal = starts.ordinal(entry);
            if (Arrays.binarySearch(hidden, ordinal) < 0) {
                int origin = starts.origin(entry);
                matches.add(new NameMatch(
                        texts.id(name[ordinal]),
                        texts.string(name[ordinal]),
                        category(ordinal),
                        texts.count(name[ordinal]),
                        (flags[ordinal] & DEPRECATED) != 0,
                        texts.isAlias(origin) ? texts.string(origin) : null));
            }
        }
        return matches;
    }

    /** The ordinal of the tag with this id, or -1. Reads all ids: for edits, not for searches. */
    int ordinalOf(long tagId) {
        for (int i = 0; i < name.length; i++) {
            if (texts.id(name[i]) == tagId) {
                return i;
            }
        }
        return -1;
    }

    private Category category(int ordinal) {
        return Category.ofCode(flags[ordinal] & 15);
    }

    /** What one search has found so far. */
    private final class Found {
        private final Category category;
        private final int limit;
        private final int[] hidden;
        private final List<Suggestion> suggestions;
        private final int[] ordinals;

        Found(Category category, int limit, int[] hidden) {
            this.category = category;
            this.limit = limit;
            this.hidden = hidden;
            this.suggestions = new ArrayList<>(limit);
            this.ordinals = new int[limit];
        }

        boolean full() {
            return suggestions.size() >= limit;
        }

        boolean accepts(int ordinal) {
            return ordinal < live
                    && (category == null || (flags[ordinal] & 15) == category.code())
                    && (hidden.length == 0 || Arrays.binarySearch(hidden, ordinal) < 0)
                    && !has(ordinal);
        }

        private boolean has(int ordinal) {
            for (int i = 0; i < suggestions.size(); i++) {
                if (ordinals[i] == ordinal) {
                    return true;
                }
            }
            return false;
        }

        Anywhere.Taker as(Tier tier) {
            return (ordinal, origin) -> {
                if (!full() && !has(ordinal)) {
                    add(tier, ordinal, origin);
                }
                return !full();
            };
        }

        void add(Tier tier, int ordinal, int origin) {
            add(tier, ordinal, origin, 0);
        }

        private void add(Tier tier, int ordinal, int origin, int mistakes) {
            ordinals[suggestions.size()] = ordinal;
            int at = name[ordinal];
            String display = (flags[ordinal] & DISPLAY) != 0 ? texts.following(at) : null;
            String translation = null;
            if ((flags[ordinal] & TRANSLATED) != 0) {
                translation = texts.following(display == null ? at : texts.after(at));
            }
            suggestions.add(new Suggestion(
                    tier,
                    texts.id(name[ordinal]),
                    texts.string(name[ordinal]),
                    category(ordinal),
                    texts.count(name[ordinal]),
                    display,
                    texts.isAlias(origin) ? texts.string(origin) : null,
                    texts.isTranslation(origin),
                    translation,
                    mistakes));
        }
    }
}
