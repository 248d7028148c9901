package dev.fuda.dictionary.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The lines of a UTF-8 file, numbered from 1, read as a stream. A byte order mark is passed over, LF and CRLF both end
 * a line. A line that is too long or not UTF-8 comes with a fault instead of a text, and the next one is good again.
 */
public final class Lines {

    /** Longest line, in bytes. */
    static final int LONGEST = 64 * 1024;

    private static final int EXCERPT = 200;

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int limit;
    private long number;

    /**
     * @param text the line without its end, or the readable start of a faulty one
     * @param fault what is wrong with it, null when nothing is
     */
    record Line(long number, String text, String fault) {}

    Lines(InputStream in) throws IOException {
        this.in = in;
        limit = in.readNBytes(block, 0, 3);
        int first = limit > 0 ? block[0] & 0xff : -1;
        int second = limit > 1 ? block[1] & 0xff : -1;
        if (first == 0xfe && second == 0xff || first == 0xff && second == 0xfe) {
            throw new UnreadableFileException("The file is UTF-16. Save it as UTF-8 and import it again.");
        }
        if (limit == 3 && first == 0xef && second == 0xbb && (block[2] & 0xff) == 0xbf) {
            at = 3;
        }
    }

    /** The next line, or null at the end. */
    Line next() throws IOException {
        return pushedBack.isEmpty() ? read() : pushedBack.poll();
    }

    /** Gives lines back, to be read again in this order. */
    void pushBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            pushedBack.addFirst(lines.get(i));
        }
    }

    /** Most lines lie within one block and are made into a text right from there. */
    private Line read() throws IOException {
        if (at == limit && !fill()) {
            return null;
        }
        number++;
        int end = lineEnd();
        if (end < limit) {
            int start = at;
            at = end + 1;
            return line(block, start, end - start, end - start);
        }
        ByteArrayOutputStream parts = new ByteArrayOutputStream(2 * (limit - at) + 128);
        long length = 0;
        do {
            end = lineEnd();
            parts.write(block, at, (int) Math.max(0, Math.min(end - at, LONGEST - length)));
            length += end - at;
            at = end;
        } while (at == limit && fill());
        if (at < limit) {
            at++;
        }
        byte[] bytes = parts.toByteArray();
        return line(bytes, 0, bytes.length, length);
    }

    /** Where the line end is, or the end of the block. */
    private int lineEnd() {
        int end = at;
        while (end < limit && block[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(block, 0, BLOCK));
        return limit > 0;
    }

    /** @param length of the whole line, of which no more than the longest possible is here */
    private Line line(byte[] bytes, int from, int kept, long length) {
        int end = kept > 0 && bytes[from + kept - 1] == '\r' ? kept - 1 : kept;
        if (length > LONGEST) {
            String fault = "the line has " + length + " bytes, " + LONGEST + " are the most possible";
            return new Line(number, excerpt(bytes, from, end), fault);
        }
        int all = 0;
        for (int i = from; i < from + end; i++) {
            all |= bytes[i];
        }
        if (all >= 0) {
            return new Line(number, new String(bytes, from, end, StandardCharsets.ISO_8859_1), null);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, end))
                    .toString();
            return new Line(number, text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, excerpt(bytes, from, end), "the line is not UTF-8");
        }
    }

    private static String excerpt(byte[] line, int from, int length) {
        return new String(line, from, Math.min(length, EXCERPT), StandardCharsets.UTF_8);
    }
}
