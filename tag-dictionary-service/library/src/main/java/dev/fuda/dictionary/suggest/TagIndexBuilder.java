package dev.fuda.dictionary.suggest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Takes tags in any order and makes a {@link TagIndex} of them. Uses columns from the start, so that millions of tags
 * do not become millions of objects. Not for use by several threads at once.
 */
public final class TagIndexBuilder {

    private static final byte[] SAME = identity();

    private final TextBytes incoming = new TextBytes(1 << 16);
    private int[] start = new int[1024];
    private int[] count = new int[1024];
    private int[] id = new int[1024];
    private byte[] flags = new byte[1024];
    private int size;

    /** @throws IllegalArgumentException if the id or the count is out of range, or a text is empty or has a NUL */
    public void add(TagEntry tag) {
        if (tag.id() < 1 || tag.id() > Integer.MAX_VALUE || tag.count() < 0) {
            throw new IllegalArgumentException("Tag " + tag.name() + " has id " + tag.id() + ", count " + tag.count());
        }
        if (size == id.length) {
            grow();
        }
        start[size] = incoming.size();
        id[size] = (int) tag.id();
        count[size] = tag.count();
        flags[size] = (byte) (tag.category().code()
                | (tag.displayName() == null ? 0 : TagIndex.DISPLAY)
                | (tag.translations().isEmpty() ? 0 : TagIndex.TRANSLATED)
                | (tag.deprecated() ? TagIndex.DEPRECATED : 0));
        incoming.text(tag.name());
        if (tag.displayName() != null) {
            incoming.text(tag.displayName());
        }
        tag.aliases().forEach(incoming::text);
        incoming.write(0);
        tag.translations().forEach(incoming::text);
        incoming.write(0);
        size++;
    }

    public TagIndex build() {
        byte[] source = incoming.array();
        int[] order = popularityOrder(source);
        TextBytes text = new TextBytes(incoming.size() + 1024);
        int[] name = layNames(source, order, text);
        int aliasesFrom = text.size();
        KeyEntries starts = new KeyEntries(size + size / 4);
        for (int ordinal = 0; ordinal < size; ordinal++) {
            starts.add(name[ordinal], ordinal);
        }
        layAliases(source, order, text, starts);
        int translationsFrom = text.size();
        layTranslations(source, order, text, starts);
        int keysFrom = text.size();
        KeyEntries words = new KeyEntries(size * 2);
        KeyEntries byTag = starts.byTag(size);
        layKeys(text, starts, words);
        int readingsFrom = text.size();
        layReadings(text, starts, byTag, translationsFrom);

        byte[] marks = new byte[size];
        int live = 0;
        for (int ordinal = 0; ordinal < size; ordinal++) {
            marks[ordinal] = flags[order[ordinal]];
            live += (marks[ordinal] & TagIndex.DEPRECATED) == 0 ? 1 : 0;
        }
        byte[] bytes = text.trimmed();
        Texts texts = new Texts(bytes, aliasesFrom, translationsFrom, keysFrom, readingsFrom);
        // Two threads, since a rebuild should be over soon and few machines have one core.
        CompletableFuture<KeyList> sortedWords = CompletableFuture.supplyAsync(() -> words.sorted(texts, bytes, marks));
        CompletableFuture<Anywhere> anywhere = sortedWords.thenApply(
                sorted -> new Anywhere(new PopularTexts(texts, name, byTag.keys(), byTag.ordinals())));
        KeyEntries ranked = starts.popularFirst(size);
        KeyList sortedStarts = ranked.sorted(texts, bytes, marks);
        Typos typos = new Typos(texts, sortedStarts, new KeyTree(ranked.heads()));
        return new TagIndex(
                texts, new TagIndex.Tags(name, marks, live), sortedStarts, sortedWords.join(), anywhere.join(), typos);
    }

    /** Deprecated tags last, then by count from high to low, then by the bytes of the name. */
    private int[] popularityOrder(byte[] source) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            long deprecated = (flags[i] & TagIndex.DEPRECATED) == 0 ? 0 : 1L << 62;
            keys[i] = deprecated | (long) (Integer.MAX_VALUE - count[i]) << 31 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) (keys[i] & Integer.MAX_VALUE);
        }
        KeySort byName = new KeySort(source, SAME, start);
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && keys[to] >>> 31 == keys[from] >>> 31) {
                to++;
            }
            byName.sort(order, from, to);
            from = to;
        }
        return order;
    }

    private int[] layNames(byte[] source, int[] order, TextBytes text) {
        int[] name = new int[size];
        for (int ordinal = 0; ordinal < size; ordinal++) {
            text.integer(id[order[ordinal]]);
            text.integer(count[order[ordinal]]);
            name[ordinal] = text.size();
            int at = text.copy(source, start[order[ordinal]]);
            if ((flags[order[ordinal]] & TagIndex.DISPLAY) != 0) {
                at = text.copy(source, at);
            }
            if ((flags[order[ordinal]] & TagIndex.TRANSLATED) != 0) {
                text.copy(source, afterAliases(source, at));
            }
        }
        return name;
    }

    private void layAliases(byte[] source, int[] order, TextBytes text, KeyEntries starts) {
        for (int ordinal = 0; ordinal < size; ordinal++) {
            int tag = order[ordinal];
            int at = TextBytes.after(source, start[tag]);
            if ((flags[tag] & TagIndex.DISPLAY) != 0) {
                at = TextBytes.after(source, at);
            }
            while (source[at] != 0) {
                starts.add(text.size(), ordinal);
                at = text.copy(source, at);
            }
        }
    }

    private void layTranslations(byte[] source, int[] order, TextBytes text, KeyEntries starts) {
        for (int ordinal = 0; ordinal < size; ordinal++) {
            int tag = order[ordinal];
            if ((flags[tag] & TagIndex.TRANSLATED) != 0) {
                int at = TextBytes.after(source, start[tag]);
                if ((flags[tag] & TagIndex.DISPLAY) != 0) {
                    at = TextBytes.after(source, at);
                }
                at = afterAliases(source, at);
                while (source[at] != 0) {
                    starts.add(text.size(), ordinal);
                    at = text.copy(source, at);
                }
            }
        }
    }

    private static int afterAliases(byte[] source, int firstAlias) {
        int at = firstAlias;
        while (source[at] != 0) {
            at = TextBytes.after(source, at);
        }
        return at + 1;
    }

    /** Writes what kana sound like as one more key of the translation. */
    private static void layReadings(TextBytes text, KeyEntries starts, KeyEntries others, int translationsFrom) {
        for (int entry = 0; entry < others.size(); entry++) {
            int origin = others.key(entry);
            if (origin >= translationsFrom) {
                String reading = Kana.romaji(new String(Spelling.key(text.string(origin)), StandardCharsets.UTF_8));
                if (reading != null) {
                    text.integer(origin);
                    starts.add(text.size(), others.ordinal(entry));
                    text.key(Spelling.key(reading));
                }
            }
        }
    }

    /** Writes the keys that the folding table does not give, and finds the later words of the names. */
    private void layKeys(TextBytes text, KeyEntries starts, KeyEntries words) {
        for (int entry = 0; entry < starts.size(); entry++) {
            int origin = starts.key(entry);
            byte[] key = Spelling.key(text.string(origin));
            if (!text.folds(origin, key)) {
                text.integer(origin);
                starts.moveKey(entry, text.size());
                text.key(key);
            }
            if (entry < size) {
                for (int word : Spelling.wordStarts(key)) {
                    words.add(starts.key(entry) + word, starts.ordinal(entry));
                }
            }
        }
    }

    private static byte[] identity() {
        byte[] table = new byte[256];
        for (int b = 0; b < 256; b++) {
            table[b] = (byte) b;
        }
        return table;
    }

    private void grow() {
        int capacity = size * 2;
        start = Arrays.copyOf(start, capacity);
        count = Arrays.copyOf(count, capacity);
        id = Arrays.copyOf(id, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }
}
