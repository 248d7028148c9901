package dev.fuda.dataset.scan;

import dev.fuda.dataset.scan.ImageStructure.Blocks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks the segments of a JPEG (ITU T.81, annex B) from the start marker to the end marker. */
final class JpegStructure {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PHOTOSHOP = "Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final ByteBuffer in;
    private int width;
    private int height;
    private Blocks blocks = Blocks.none();

    private JpegStructure(ByteBuffer bytes) {
        in = bytes.duplicate().position(2);
    }

    static ImageStructure read(ByteBuffer bytes) throws BrokenFileException {
        JpegStructure jpeg = new JpegStructure(bytes);
        boolean scanned = false;
        for (int marker = jpeg.nextMarker(); marker != END_OF_IMAGE; marker = jpeg.nextMarker()) {
            jpeg.segment(marker);
            if (marker == START_OF_SCAN) {
                if (jpeg.width == 0) {
                    throw ImageStructure.corrupt("its data comes before its size");
                }
                jpeg.skipEntropyCodedData();
                scanned = true;
            }
        }
        if (!scanned) {
            throw ImageStructure.corrupt("it holds no image data");
        }
        return new ImageStructure(ImageFormat.JPEG, jpeg.width, jpeg.height, jpeg.blocks);
    }

    private int nextMarker() throws BrokenFileException {
        if ((in.get() & 0xFF) != 0xFF) {
            throw ImageStructure.corrupt("a segment does not begin with a marker at byte " + (in.position() - 1));
        }
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    private void segment(int marker) throws BrokenFileException {
        if (standsAlone(marker)) {
            return;
        }
        int length = (in.getShort() & 0xFFFF) - 2;
        if (length < 0) {
            throw ImageStructure.corrupt("a segment has an impossible length");
        }
        int end = in.position() + length;
        if (end > in.limit()) {
            throw ImageStructure.truncated();
        }
        if (isFrame(marker) && length >= 5) {
            height = in.getShort(in.position() + 1) & 0xFFFF;
            width = in.getShort(in.position() + 3) & 0xFFFF;
        } else if (marker == 0xE1 || marker == 0xED || marker == 0xFE) {
            byte[] content = new byte[length];
            in.get(content);
            keep(marker, content);
        }
        in.position(end);
    }

    private void keep(int marker, byte[] content) {
        if (marker == 0xFE) {
            blocks = blocks.withText("Comment", MetadataText.guess(content));
        } else if (startsWith(content, EXIF)) {
            blocks = blocks.withExif(after(content, EXIF));
        } else if (startsWith(content, XMP)) {
            blocks = blocks.withXmp(after(content, XMP));
        } else if (startsWith(content, PHOTOSHOP)) {
            blocks = blocks.withPhotoshop(after(content, PHOTOSHOP));
        }
    }

    /** Entropy-coded data ends at the first marker that is neither a stuffed FF00 nor a restart. */
    private void skipEntropyCodedData() {
        while (true) {
            if (in.get() != (byte) 0xFF) {
                continue;
            }
            int next = in.get(in.position()) & 0xFF;
            boolean data = next == 0 || (next >= 0xD0 && next <= 0xD7) || next == 0xFF;
            if (!data) {
                in.position(in.position() - 1);
                return;
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean startsWith(byte[] content, byte[] prefix) {
        return content.length >= prefix.length && Arrays.equals(content, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] after(byte[] content, byte[] prefix) {
        return Arrays.copyOfRange(content, prefix.length, content.length);
    }
}
