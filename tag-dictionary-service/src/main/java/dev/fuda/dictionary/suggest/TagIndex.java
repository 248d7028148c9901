package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.suggest.Suggestion.Tier;
import dev.fuda.dictionary.tag.Category;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All tags in memory, ready to be searched by what a person types; never changed once built.
 *
 * <p>Tags are numbered by popularity: ordinal 0 has the highest count, equal counts follow the bytes of the name. The
 * best of a range of keys are thus those with the smallest ordinals. One byte array holds every text, each ended by a
 * NUL: first the names (with display names), then the aliases, then the keys that differ from what the folding table
 * makes of their text, each after the four bytes of where that text starts.
 */
public final class TagIndex {

    static final int DISPLAY = 0x40;
    static final int DEPRECATED = 0x80;

    private final byte[] text;
    private final int aliasesFrom;
    private final int keysFrom;
    private final int[] name;
    private final int[] count;
    private final int[] id;
    private final byte[] flags;
    private final int live;
    private final KeyList starts;
    private final KeyList words;

    TagIndex(Texts texts, Tags tags, KeyList starts, KeyList words) {
        this.text = texts.bytes();
        this.aliasesFrom = texts.aliasesFrom();
        this.keysFrom = texts.keysFrom();
        this.name = tags.name();
        this.count = tags.count();
        this.id = tags.id();
        this.flags = tags.flags();
        this.live = tags.live();
        this.starts = starts;
        this.words = words;
    }

    /** The text and where its second and third parts start. */
    record Texts(byte[] bytes, int aliasesFrom, int keysFrom) {}

    /** The columns of the tags by ordinal; those from {@code live} on are deprecated. */
    record Tags(int[] name, int[] count, int[] id, byte[] flags, int live) {}

    /** Number of tags, deprecated ones included. */
    public int size() {
        return id.length;
    }

    /** Bytes that the arrays of this index take. */
    public long bytes() {
        return text.length + 13L * id.length + starts.bytes() + words.bytes();
    }

    /**
     * The best {@code limit} tags for a key: the whole name, a whole alias, the start of name or alias, the start of a
     * later word, in this order, and by count within each. A tag appears once, by its best match.
     *
     * @param key made by {@link Spelling#key}
     * @param category only tags of this category, or null for all
     * @param hidden ordinals to leave out, ascending
     */
    public List<Suggestion> search(byte[] key, Category category, int limit, int[] hidden) {
        Found found = new Found(category, limit, hidden);
        int from = starts.from(key);
        int to = starts.to(key);
        exact(found, key.length, from, to);
        prefix(found, from, to);
        if (!found.full()) {
            word(found, key);
        }
        return found.suggestions;
    }

    private void exact(Found found, int length, int from, int to) {
        int end = from;
        while (end < to && starts.keyEndsAfter(end, length)) {
            end++;
        }
        for (boolean alias : new boolean[] {false, true}) {
            for (int entry = from; entry < end && !found.full(); entry++) {
                int origin = origin(starts.key(entry));
                found.exact = found.suggestions.size();
                if (isAlias(origin) == alias && found.accepts(starts.ordinal(entry))) {
                    found.add(alias ? Tier.EXACT_ALIAS : Tier.EXACT_NAME, starts.ordinal(entry), origin);
                }
            }
        }
        found.exact = found.suggestions.size();
    }

    private void prefix(Found found, int from, int to) {
        RankedRange ranked = starts.ranked(found.category, from, to);
        int best = -1;
        for (int position = ranked.next(); position >= 0 && !found.full(); position = ranked.next()) {
            int entry = starts.entry(found.category, position);
            if (starts.ordinal(entry) >= live) {
                break;
            }
            if (best >= 0 && starts.ordinal(entry) == starts.ordinal(best)) {
                best = preferred(best, entry);
                continue;
            }
            if (best >= 0) {
                found.addPrefix(starts.ordinal(best), origin(starts.key(best)));
            }
            best = entry;
        }
        if (best >= 0 && !found.full()) {
            found.addPrefix(starts.ordinal(best), origin(starts.key(best)));
        }
    }

    /** Of two hits of one tag its name wins, otherwise the alias that sorts first. */
    private int preferred(int one, int other) {
        boolean oneIsAlias = isAlias(origin(starts.key(one)));
        boolean otherIsAlias = isAlias(origin(starts.key(other)));
        if (oneIsAlias != otherIsAlias) {
            return oneIsAlias ? other : one;
        }
        return Math.min(one, other);
    }

    private void word(Found found, byte[] key) {
        RankedRange ranked = words.ranked(found.category, words.from(key), words.to(key));
        for (int position = ranked.next(); position >= 0 && !found.full(); position = ranked.next()) {
            int ordinal = words.ordinal(words.entry(found.category, position));
            if (ordinal >= live) {
                return;
            }
            if (found.accepts(ordinal) && !found.has(ordinal, found.suggestions.size())) {
                found.add(Tier.WORD, ordinal, name[ordinal]);
            }
        }
    }

    /** Every tag, deprecated ones too, of which the name or an alias has this key. */
    List<NameMatch> lookup(byte[] key, int[] hidden) {
        List<NameMatch> matches = new ArrayList<>();
        int to = starts.to(key);
        for (int entry = starts.from(key); entry < to && starts.keyEndsAfter(entry, key.length); entry++) {
            int ordinal = starts.ordinal(entry);
            if (Arrays.binarySearch(hidden, ordinal) < 0) {
                int origin = origin(starts.key(entry));
                matches.add(new NameMatch(
                        id[ordinal],
                        string(name[ordinal]),
                        category(ordinal),
                        count[ordinal],
                        (flags[ordinal] & DEPRECATED) != 0,
                        isAlias(origin) ? string(origin) : null));
            }
        }
        return matches;
    }

    /** The ordinal of the tag with this id, or -1. Reads all ids: for edits, not for searches. */
    int ordinalOf(long tagId) {
        for (int i = 0; i < id.length; i++) {
            if (id[i] == tagId) {
                return i;
            }
        }
        return -1;
    }

    private Category category(int ordinal) {
        return Category.ofCode(flags[ordinal] & 15);
    }

    /** Where the text starts that a key was made of. */
    private int origin(int key) {
        if (key < keysFrom) {
            return key;
        }
        return (text[key - 4] & 0xff) << 24
                | (text[key - 3] & 0xff) << 16
                | (text[key - 2] & 0xff) << 8
                | text[key - 1] & 0xff;
    }

    private boolean isAlias(int origin) {
        return origin >= aliasesFrom;
    }

    private String string(int start) {
        return new String(text, start, end(start) - start, StandardCharsets.UTF_8);
    }

    private int end(int start) {
        int end = start;
        while (text[end] != 0) {
            end++;
        }
        return end;
    }

    /** What one search has found so far. */
    private final class Found {
        private final Category category;
        private final int limit;
        private final int[] hidden;
        private final List<Suggestion> suggestions;
        private final int[] ordinals;
        private int exact;

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
                    && !has(ordinal, exact);
        }

        boolean has(int ordinal, int among) {
            for (int i = 0; i < among; i++) {
                if (ordinals[i] == ordinal) {
                    return true;
                }
            }
            return false;
        }

        void addPrefix(int ordinal, int origin) {
            if (accepts(ordinal)) {
                add(Tier.PREFIX, ordinal, origin);
            }
        }

        void add(Tier tier, int ordinal, int origin) {
            ordinals[suggestions.size()] = ordinal;
            String display = null;
            if ((flags[ordinal] & DISPLAY) != 0) {
                display = string(end(name[ordinal]) + 1);
            }
            suggestions.add(new Suggestion(
                    tier,
                    id[ordinal],
                    string(name[ordinal]),
                    category(ordinal),
                    count[ordinal],
                    display,
                    isAlias(origin) ? string(origin) : null));
        }
    }
}
