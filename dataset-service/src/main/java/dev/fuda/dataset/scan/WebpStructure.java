package dev.fuda.dataset.scan;

import dev.fuda.dataset.scan.ImageStructure.Blocks;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Walks the chunks of a WebP (RFC 9649): lossy, lossless and extended, still or animated. */
final class WebpStructure {

    private static final byte[] EXIF_PREFIX = {'E', 'x', 'i', 'f', 0, 0};

    private WebpStructure() {}

    static ImageStructure read(ByteBuffer bytes) throws BrokenFileException {
        ByteBuffer in = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long end = (in.getInt(4) & 0xFFFFFFFFL) + 8;
        if (end > in.limit()) {
            throw ImageStructure.truncated();
        }
        if (end < 12) {
            throw ImageStructure.corrupt("it says that it is empty");
        }
        in.limit((int) end).position(12);
        Blocks blocks = Blocks.none();
        int width = 0;
        int height = 0;
        boolean data = false;
        while (in.remaining() >= 8) {
            String type = ImageFormat.ascii(in, in.position(), 4);
            int length = in.getInt(in.position() + 4);
            int at = in.position() + 8;
            if (length < 0 || length > in.limit() - at) {
                throw ImageStructure.truncated();
            }
            switch (type) {
                case "VP8X" -> {
                    width = 1 + uint24(in, at + 4);
                    height = 1 + uint24(in, at + 7);
                }
                case "VP8 " -> {
                    data = true;
                    requireKeyFrame(in, at);
                    width = width > 0 ? width : in.getShort(at + 6) & 0x3FFF;
                    height = height > 0 ? height : in.getShort(at + 8) & 0x3FFF;
                }
                case "VP8L" -> {
                    data = true;
                    if (in.get(at) != 0x2F) {
                        throw ImageStructure.corrupt("its lossless data has no signature");
                    }
                    int bits = in.getInt(at + 1);
                    width = width > 0 ? width : (bits & 0x3FFF) + 1;
                    height = height > 0 ? height : (bits >> 14 & 0x3FFF) + 1;
                }
                case "ANMF" -> data = true;
                case "EXIF", "XMP " -> {
                    if (length <= ImageStructure.LARGEST_BLOCK) {
                        blocks = type.equals("EXIF")
                                ? blocks.withExif(exif(in, at, length))
                                : blocks.withXmp(content(in, at, length));
                    }
                }
                default -> {
                    // Colour profiles, alpha planes and unknown chunks: nothing to read here.
                }
            }
            in.position((int) Math.min(in.limit(), (long) at + length + (length & 1)));
        }
        if (!data) {
            throw ImageStructure.corrupt("it holds no image data");
        }
        return new ImageStructure(ImageFormat.WEBP, width, height, blocks);
    }

    private static void requireKeyFrame(ByteBuffer in, int at) throws BrokenFileException {
        boolean signature = in.get(at + 3) == (byte) 0x9D && in.get(at + 4) == 0x01 && in.get(at + 5) == 0x2A;
        if (!signature) {
            throw ImageStructure.corrupt("its image data has no signature");
        }
    }

    /** Some writers put the prefix of JPEG's EXIF segment before the TIFF structure. */
    private static byte[] exif(ByteBuffer in, int at, int length) {
        byte[] prefix = new byte[Math.min(EXIF_PREFIX.length, length)];
        in.get(at, prefix);
        int skip = Arrays.equals(prefix, EXIF_PREFIX) ? EXIF_PREFIX.length : 0;
        return content(in, at + skip, length - skip);
    }

    private static byte[] content(ByteBuffer in, int at, int length) {
        byte[] content = new byte[length];
        in.get(at, content);
        return content;
    }

    private static int uint24(ByteBuffer in, int at) {
        return (in.get(at) & 0xFF) | (in.get(at + 1) & 0xFF) << 8 | (in.get(at + 2) & 0xFF) << 16;
    }
}
