package dev.fuda.dictionary.suggest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Every text of an index in one array, each ended by a NUL: first the names (each after the eight bytes of its tag's id
 * and count, so that a result is read from one place, and a display name right after its name), then the aliases, the translations, then the keys that differ from what the folding table makes of their text, each after the four bytes of
 * where that text starts, and last, in the same form, what kana sound like.
 */
final class Texts {

    /** What each byte of a text counts as in a key: letters small, {@code _} and {@code -} blank. */
    static final byte[] FOLD = foldTable();

    private static final VarHandle INTEGER = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int aliasesFrom;
    private final int translationsFrom;
    private final int keysFrom;
    private final int readingsFrom;

    Texts(byte[] bytes, int aliasesFrom, int translationsFrom, int keysFrom, int readingsFrom) {
        this.bytes = bytes;
        this.aliasesFrom = aliasesFrom;
        this.translationsFrom = translationsFrom;
        this.keysFrom = keysFrom;
        this.readingsFrom = readingsFrom;
    }

    private static byte[] foldTable() {
        byte[] table = new byte[256];
        for (int b = 0; b < 256; b++) {
            table[b] = (byte) (b >= 'A' && b <= 'Z' ? b + 32 : b == '_' || b == '-' ? ' ' : b);
        }
        return table;
    }

    /** The byte of a key, 0 to 255; 0 at its end. */
    int folded(int at) {
        return FOLD[bytes[at] & 0xff] & 0xff;
    }

    boolean endsAt(int at) {
        return bytes[at] == 0;
    }

    /** Where the text starts that a key was made of. */
    int origin(int key) {
        if (key < keysFrom) {
            return key;
        }
        return integer(key - 4);
    }

    /** The id of the tag whose name starts here. */
    int id(int name) {
        return integer(name - 8);
    }

    /** The count of the tag whose name starts here. */
    int count(int name) {
        return integer(name - 4);
    }

    private int integer(int at) {
        return (int) INTEGER.get(bytes, at);
    }

    /** Whether the text is not a name but an alias or a translation. */
    boolean isAlias(int origin) {
        return origin >= aliasesFrom;
    }

    boolean isTranslation(int origin) {
        return origin >= translationsFrom;
    }

    /** Whether a key is what kana sound like. */
    boolean isReading(int key) {
        return key >= readingsFrom;
    }

    String string(int start) {
        return new String(bytes, start, end(start) - start, StandardCharsets.UTF_8);
    }

    /** The text after the one that starts here. */
    String following(int start) {
        return string(end(start) + 1);
    }

    /** Where the text after the one that starts here starts. */
    int after(int start) {
        return end(start) + 1;
    }

    /** Whether {@code at} is inside of the text that starts at {@code start}. */
    boolean isWithin(int start, int at) {
        for (int i = start; i < at; i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return start <= at;
    }

    private int end(int start) {
        int end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /** The first eight bytes of a key as a number that sorts as the key does; zeros after its end. */
    long head(int key) {
        long head = 0;
        int at = key;
        for (int i = 0; i < 8; i++) {
            int b = folded(at);
            head = head << 8 | b;
            at += b == 0 ? 0 : 1;
        }
        return head ^ Long.MIN_VALUE;
    }

    /** Below, at or above zero: the key sorts before, starts with, or sorts after {@code prefix}. */
    int comparePrefix(int key, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            int have = folded(key + i);
            int want = prefix[i] & 0xff;
            if (have != want) {
                return have - want;
            }
        }
        return 0;
    }

    boolean startsWith(int key, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (folded(key + i) != (prefix[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Eight bytes as they are stored, the first one lowest; zeros after the last text. */
    long eight(int at) {
        if (at <= bytes.length - 8) {
            return (long) EIGHT.get(bytes, at);
        }
        long eight = 0;
        for (int i = bytes.length - 1; i >= at; i--) {
            eight = eight << 8 | bytes[i] & 0xff;
        }
        return eight;
    }

    /** The texts with a key of their own, ascending, and where the first key of each starts. */
    int[][] ownKeys() {
        int count = 0;
        for (int at = keysFrom; at < readingsFrom; at = end(at + 4) + 1) {
            count++;
        }
        int[] origins = new int[count];
        int[] keys = new int[count];
        int size = 0;
        for (int at = keysFrom; at < readingsFrom; at = end(at + 4) + 1) {
            origins[size] = integer(at);
            keys[size++] = at + 4;
        }
        return new int[][] {origins, keys};
    }

    long size() {
        return bytes.length;
    }
}
