package dev.fuda.dataset.scan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text from metadata blocks, whose encodings are often not what their standards say. */
final class MetadataText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private MetadataText() {}

    /** UTF-8 when the bytes are valid UTF-8, otherwise Windows-1252, in which every byte means something. */
    static String guess(byte[] bytes) {
        try {
            return clean(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return clean(new String(bytes, WINDOWS_1252));
        }
    }

    /** The UserComment of EXIF: eight bytes that name the character code, then the text. */
    static String userComment(byte[] bytes, boolean littleEndian) {
        if (bytes.length < 8) {
            return guess(bytes);
        }
        String code = new String(bytes, 0, 8, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .strip();
        byte[] text = Arrays.copyOfRange(bytes, 8, bytes.length);
        return switch (code) {
            case "UNICODE" -> utf16(text, littleEndian);
            case "JIS" -> clean(new String(text, Charset.forName("ISO-2022-JP")));
            case "ASCII", "" -> guess(text);
            default -> guess(bytes);
        };
    }

    /** The XP fields of Windows. */
    static String windowsField(byte[] bytes) {
        return clean(new String(bytes, StandardCharsets.UTF_16LE));
    }

    /**
     * Writers disagree about the byte order. Text shows it: the upper bytes of its letters are mostly those of Latin
     * letters, kana or full-width forms. Where it does not show, the order of the file decides.
     */
    private static String utf16(byte[] text, boolean littleEndian) {
        int big = 0;
        int little = 0;
        for (int i = 0; i + 1 < text.length; i += 2) {
            big += isFrequentUpperByte(text[i]) ? 1 : 0;
            little += isFrequentUpperByte(text[i + 1]) ? 1 : 0;
        }
        boolean isLittle = big == little ? littleEndian : little > big;
        return clean(new String(text, isLittle ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE));
    }

    private static boolean isFrequentUpperByte(byte upper) {
        return upper == 0x00 || upper == 0x30 || upper == (byte) 0xFF;
    }

    /** Without byte order marks, zero characters and halves of surrogate pairs, which the database cannot hold. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0 && c != 0xFEFF && (c < 0xD800 || c > 0xDFFF))
                .forEach(out::appendCodePoint);
        return out.toString().strip();
    }
}
