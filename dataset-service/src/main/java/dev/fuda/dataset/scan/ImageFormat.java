package dev.fuda.dataset.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The image formats that Fuda reads, told apart by their first bytes, never by the name of the file. */
public enum ImageFormat {
    JPEG,
    PNG,
    WEBP;

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;

    /** The format of these bytes (from position 0), or nothing when it is none of them. */
    static Optional<ImageFormat> of(ByteBuffer bytes) {
        if (bytes.limit() >= 3
                && (bytes.get(0) & 0xFF) == 0xFF
                && (bytes.get(1) & 0xFF) == 0xD8
                && (bytes.get(2) & 0xFF) == 0xFF) {
            return Optional.of(JPEG);
        }
        if (bytes.limit() >= 8 && bytes.getLong(0) == PNG_SIGNATURE) {
            return Optional.of(PNG);
        }
        if (bytes.limit() >= 12
                && ascii(bytes, 0, 4).equals("RIFF")
                && ascii(bytes, 8, 4).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    /** A word for what the bytes are when they are no image that Fuda reads. */
    static String nameOfOther(ByteBuffer bytes) {
        if (bytes.limit() >= 6 && ascii(bytes, 0, 4).equals("GIF8")) {
            return "a GIF";
        }
        if (bytes.limit() >= 12 && ascii(bytes, 4, 4).equals("ftyp")) {
            return "an AVIF, HEIC or video file";
        }
        if (bytes.limit() >= 2 && ascii(bytes, 0, 2).equals("BM")) {
            return "a BMP";
        }
        if (bytes.limit() >= 4
                && (ascii(bytes, 0, 4).equals("II*\0") || ascii(bytes, 0, 4).equals("MM\0*"))) {
            return "a TIFF";
        }
        if (bytes.limit() >= 1 && bytes.get(0) == '<') {
            return "a web page or an SVG";
        }
        return "something else";
    }

    /** As it stands in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return "image/" + code();
    }

    static String ascii(ByteBuffer bytes, int at, int length) {
        byte[] part = new byte[length];
        bytes.get(at, part);
        return new String(part, StandardCharsets.ISO_8859_1);
    }
}
