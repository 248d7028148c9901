package dev.fuda.dataset.item;

import dev.fuda.kernel.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a file (RFC 9110, section 14).
 *
 * @param start first byte, from 0
 * @param length bytes
 */
record ByteRange(long start, long length) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * The part that a Range header asks for; null for the whole file, also where the header asks for several parts or
     * is not understood, as the standard allows.
     *
     * @throws Problem 416 when the part lies outside of the file
     */
    static ByteRange parse(String header, long size) {
        Matcher matcher = header == null ? null : SINGLE.matcher(header.strip());
        if (matcher == null || !matcher.matches() || (matcher.group(1) + matcher.group(2)).isEmpty()) {
            return null;
        }
        boolean fromEnd = matcher.group(1).isEmpty();
        long first = fromEnd ? Math.max(0, size - Long.parseLong(matcher.group(2))) : Long.parseLong(matcher.group(1));
        long last =
                fromEnd || matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        if (first >= size) {
            throw new Problem(416, "range-outside", "The file has " + size + " bytes; the range begins behind them.");
        }
        return last < first ? null : new ByteRange(first, last - first + 1);
    }

    String contentRange(long size) {
        return "bytes " + start + "-" + (start + length - 1) + "/" + size;
    }
}
