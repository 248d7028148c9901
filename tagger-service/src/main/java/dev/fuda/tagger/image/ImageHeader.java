package dev.fuda.tagger.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the first bytes of an image say, read without decoding it. Only formats that Fuda takes are known; the file's name
 * plays no part.
 *
 * @param format format by magic bytes
 * @param width pixels as stored, before any EXIF orientation
 * @param height pixels as stored
 * @param greyAlpha whether the pixels are grey levels with opacity (PNG colour type 4)
 */
public record ImageHeader(Format format, int width, int height, boolean greyAlpha) {

    /** The formats that are read. */
    public enum Format {
        PNG,
        JPEG,
        WEBP
    }

    /** Pixels in all. */
    public long pixels() {
        return (long) width * height;
    }

    /**
     * Reads the header and checks that the file is whole.
     *
     * @param file the whole file, from 0 to its limit
     * @throws UnreadableImage if the file is empty, of another format, broken or cut off
     */
    public static ImageHeader read(ByteBuffer file) throws UnreadableImage {
        if (file.limit() == 0) {
            throw new UnreadableImage("The file is empty.");
        }
        ImageHeader header;
        if (starts(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            header = png(file);
        } else if (starts(file, 0, 0xff, 0xd8, 0xff)) {
            header = jpeg(file);
        } else if (starts(file, 0, 'R', 'I', 'F', 'F') && starts(file, 8, 'W', 'E', 'B', 'P')) {
            header = webp(file);
        } else {
            throw new UnreadableImage("The file is no PNG, JPEG or WebP image.");
        }
        if (header.width < 1 || header.height < 1) {
            throw new UnreadableImage(
                    "The image says it is " + header.width + " × " + header.height + " pixels large.");
        }
        return header;
    }

    private static ImageHeader png(ByteBuffer file) throws UnreadableImage {
        if (file.limit() < 33 || !starts(file, 12, 'I', 'H', 'D', 'R')) {
            throw cutOff("PNG");
        }
        for (long at = 8; ; ) {
            if (at + 12 > file.limit()) {
                throw cutOff("PNG");
            }
            if (starts(file, (int) at + 4, 'I', 'E', 'N', 'D')) {
                return new ImageHeader(Format.PNG, int32(file, 16), int32(file, 20), file.get(25) == 4);
            }
            at += 12 + Integer.toUnsignedLong(int32(file, (int) at));
        }
    }

    private static ImageHeader jpeg(ByteBuffer file) throws UnreadableImage {
        ImageHeader header = null;
        int at = 2;
        while (at + 4 <= file.limit()) {
            int marker = file.get(at + 1) & 0xff;
            if ((file.get(at) & 0xff) != 0xff) {
                break;
            }
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = int16(file, at + 2);
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame && at + 9 <= file.limit()) {
                header = new ImageHeader(Format.JPEG, int16(file, at + 7), int16(file, at + 5), false);
            }
            if (marker == 0xda) {
                if (header == null || !endsWithin(file, at)) {
                    break;
                }
                return header;
            }
            at += 2 + length;
        }
        throw cutOff("JPEG");
    }

    /** Whether the end marker follows; bytes after it are allowed, as viewers do. */
    private static boolean endsWithin(ByteBuffer file, int from) {
        for (int at = file.limit() - 2; at > from; at--) {
            if (file.get(at) == (byte) 0xff && file.get(at + 1) == (byte) 0xd9) {
                return true;
            }
        }
        return false;
    }

    private static ImageHeader webp(ByteBuffer file) throws UnreadableImage {
        if (file.limit() < 30 || Integer.toUnsignedLong(Integer.reverseBytes(int32(file, 4))) + 8 > file.limit()) {
            throw cutOff("WebP");
        }
        String kind = StandardCharsets.ISO_8859_1.decode(file.slice(12, 4)).toString();
        return switch (kind) {
            case "VP8 " ->
                new ImageHeader(Format.WEBP, little16(file, 26) & 0x3fff, little16(file, 28) & 0x3fff, false);
            case "VP8L" -> {
                int bits = Integer.reverseBytes(int32(file, 21));
                yield new ImageHeader(Format.WEBP, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, false);
            }
            case "VP8X" -> new ImageHeader(Format.WEBP, little24(file, 24) + 1, little24(file, 27) + 1, false);
            default -> throw new UnreadableImage("The WebP image begins with an unknown part.");
        };
    }

    private static UnreadableImage cutOff(String format) {
        return new UnreadableImage("The " + format + " file is broken or cut off.");
    }

    private static boolean starts(ByteBuffer file, int at, int... bytes) {
        if (file.limit() < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file.get(at + i) & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int int16(ByteBuffer file, int at) {
        return (file.get(at) & 0xff) << 8 | file.get(at + 1) & 0xff;
    }

    private static int int32(ByteBuffer file, int at) {
        return int16(file, at) << 16 | int16(file, at + 2);
    }

    private static int little16(ByteBuffer file, int at) {
        return file.get(at) & 0xff | (file.get(at + 1) & 0xff) << 8;
    }

    private static int little24(ByteBuffer file, int at) {
        return little16(file, at) | (file.get(at + 2) & 0xff) << 16;
    }
}
