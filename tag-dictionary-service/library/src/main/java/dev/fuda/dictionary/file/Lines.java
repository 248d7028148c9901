package dev.fuda.dictionary.file;

import java.io.BufferedInputStream;
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

    private final InputStream in;
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private long number;

    /**
     * @param text the line without its end, or the readable start of a faulty one
     * @param fault what is wrong with it, null when nothing is
     */
    record Line(long number, String text, String fault) {}

    Lines(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.in.mark(4);
        int first = this.in.read();
        int second = this.in.read();
        int third = this.in.read();
        if (first == 0xfe && second == 0xff || first == 0xff && second == 0xfe) {
            throw new UnreadableFileException("The file is UTF-16. Save it as UTF-8 and import it again.");
        }
        if (first != 0xef || second != 0xbb || third != 0xbf) {
            this.in.reset();
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

    private Line read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        int length = 0;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (length++ < LONGEST) {
                bytes.write(b);
            }
        }
        number++;
        byte[] line = bytes.toByteArray();
        int end = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        if (length > LONGEST) {
            String fault = "the line has " + length + " bytes, " + LONGEST + " are the most possible";
            return new Line(number, excerpt(line, end), fault);
        }
        return decode(line, end);
    }

    private Line decode(byte[] line, int end) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, end))
                    .toString();
            return new Line(number, text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, excerpt(line, end), "the line is not UTF-8");
        }
    }

    private static String excerpt(byte[] line, int end) {
        return new String(line, 0, Math.min(end, EXCERPT), StandardCharsets.UTF_8);
    }
}
