package dev.fuda.dictionary.suggest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A growing byte array of NUL-terminated texts. */
final class TextBytes extends ByteArrayOutputStream {

    TextBytes(int capacity) {
        super(capacity);
    }

    byte[] array() {
        return buf;
    }

    byte[] trimmed() {
        return toByteArray();
    }

    void text(String text) {
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A tag has an empty text or one with a NUL");
        }
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
        write(0);
    }

    void key(byte[] key) {
        writeBytes(key);
        write(0);
    }

    void integer(int value) {
        write(value >>> 24);
        write(value >>> 16);
        write(value >>> 8);
        write(value);
    }

    /** Appends the text at {@code at} with its NUL and tells where the one after it starts in the source. */
    int copy(byte[] source, int at) {
        int end = after(source, at);
        write(source, at, end - at);
        return end;
    }

    String string(int at) {
        return new String(buf, at, after(buf, at) - 1 - at, StandardCharsets.UTF_8);
    }

    boolean folds(int at, byte[] key) {
        for (int i = 0; i < key.length; i++) {
            if (Texts.FOLD[buf[at + i] & 0xff] != key[i]) {
                return false;
            }
        }
        return buf[at + key.length] == 0;
    }

    /** Where the text after the one that starts here starts. */
    static int after(byte[] source, int at) {
        int end = at;
        while (source[end] != 0) {
            end++;
        }
        return end + 1;
    }
}
