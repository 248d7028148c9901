package dev.fuda.dataset.caption;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The text of a caption file and how its bytes say it. Line ends stay in the text as they are; the byte order mark is
 * not part of the text. {@code decode(bytes).encode()} gives the same bytes for every readable file.
 *
 * @param text the text; for an unreadable file an approximation to show
 * @param encoding how the file is encoded
 * @param bom whether the file starts with a byte order mark
 */
public record CaptionBytes(String text, Encoding encoding, boolean bom) {

    /** The encodings of caption files. */
    public enum Encoding {
        UTF_8(StandardCharsets.UTF_8),
        UTF_16LE(StandardCharsets.UTF_16LE),
        UTF_16BE(StandardCharsets.UTF_16BE),
        /** Not text in any encoding that can be told for sure; shown as Latin-1, replaced only as a whole. */
        UNREADABLE(StandardCharsets.ISO_8859_1);

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }
    }

    private static final char LOST = '\uFFFD';
    private static final byte[] UTF_8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16LE_BOM = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16BE_BOM = {(byte) 0xFE, (byte) 0xFF};

    /** Text for a new file: UTF-8 without a byte order mark. */
    public static CaptionBytes of(String text) {
        return new CaptionBytes(text, Encoding.UTF_8, false);
    }

    /** Reads a file's bytes. Never fails: what is no text comes back as {@link Encoding#UNREADABLE}. */
    public static CaptionBytes decode(byte[] bytes) {
        if (startsWith(bytes, UTF_8_BOM)) {
            return decode(bytes, UTF_8_BOM.length, Encoding.UTF_8);
        }
        if (startsWith(bytes, UTF_16LE_BOM)) {
            return decode(bytes, UTF_16LE_BOM.length, Encoding.UTF_16LE);
        }
        if (startsWith(bytes, UTF_16BE_BOM)) {
            return decode(bytes, UTF_16BE_BOM.length, Encoding.UTF_16BE);
        }
        return decode(bytes, 0, Encoding.UTF_8);
    }

    /** Whether the text says exactly what the bytes say. An unreadable file is only ever replaced, never edited. */
    public boolean readable() {
        return encoding != Encoding.UNREADABLE;
    }

    /** The same file with another text. */
    public CaptionBytes withText(String changed) {
        return new CaptionBytes(changed, encoding, bom);
    }

    /**
     * The bytes of the file.
     *
     * @throws IllegalStateException for an unreadable file whose bytes the text does not tell any more
     */
    public byte[] encode() {
        if (!readable() && text.indexOf(LOST) >= 0) {
            throw new IllegalStateException("A file that could not be read as text cannot be written from its text");
        }
        String marked = bom ? '\uFEFF' + text : text;
        return marked.getBytes(encoding.charset);
    }

    /** Whether {@link #encode} gives the file's bytes. Only zero bytes cannot be kept in a text. */
    public boolean keepsBytes() {
        return readable() || text.indexOf(LOST) < 0;
    }

    /** SHA-256 as 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static CaptionBytes decode(byte[] bytes, int offset, Encoding encoding) {
        try {
            String text = encoding.charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset))
                    .toString();
            // A zero byte says binary data, and the database could not hold it either.
            if (text.indexOf('\0') < 0) {
                return new CaptionBytes(text, encoding, offset > 0);
            }
        } catch (CharacterCodingException e) {
            // Falls through: what is no text is answered below, not thrown.
        }
        String shown = new String(bytes, StandardCharsets.ISO_8859_1).replace('\0', LOST);
        return new CaptionBytes(shown, Encoding.UNREADABLE, false);
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && java.util.Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
