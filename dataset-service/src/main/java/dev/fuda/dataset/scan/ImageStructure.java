package dev.fuda.dataset.scan;

import static dev.fuda.dataset.scan.FileProblem.Reason.CORRUPT;
import static dev.fuda.dataset.scan.FileProblem.Reason.NOT_AN_IMAGE;
import static dev.fuda.dataset.scan.FileProblem.Reason.TRUNCATED;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the containers of JPEG, PNG and WebP say without decoding a pixel: the size, whether the file is complete, and
 * the blocks of metadata. Walking a whole file costs about as much as reading it, decoding fifty times more.
 *
 * @param width pixels as stored
 * @param height pixels as stored
 * @param blocks metadata, not parsed yet
 */
record ImageStructure(ImageFormat format, int width, int height, Blocks blocks) {

    /** Larger blocks of metadata are left alone: they hold previews and histories, and would fill the memory. */
    static final int LARGEST_BLOCK = 4 << 20;

    /**
     * Metadata blocks as the file holds them; arrays are null when there is no such block.
     *
     * @param exif a TIFF structure
     * @param xmp an XML packet
     * @param photoshop a Photoshop resource block, which holds IPTC
     * @param texts the text chunks of a PNG by keyword, the comment of a JPEG as {@code Comment}
     */
    record Blocks(byte[] exif, byte[] xmp, byte[] photoshop, Map<String, String> texts) {
        static Blocks none() {
            return new Blocks(null, null, null, new LinkedHashMap<>());
        }

        Blocks withExif(byte[] bytes) {
            return exif != null ? this : new Blocks(bytes, xmp, photoshop, texts);
        }

        Blocks withXmp(byte[] bytes) {
            return xmp != null ? this : new Blocks(exif, bytes, photoshop, texts);
        }

        Blocks withPhotoshop(byte[] bytes) {
            return photoshop != null ? this : new Blocks(exif, xmp, bytes, texts);
        }

        Blocks withText(String keyword, String text) {
            texts.putIfAbsent(keyword, text);
            return this;
        }

        boolean isEmpty() {
            return exif == null && xmp == null && photoshop == null && texts.isEmpty();
        }
    }

    /**
     * Reads the structure of a whole file.
     *
     * @param bytes the file, from position 0 to its limit, big-endian
     * @throws BrokenFileException when it is no image, ends early or contradicts itself
     */
    static ImageStructure read(ByteBuffer bytes) throws BrokenFileException {
        ImageFormat format = ImageFormat.of(bytes)
                .orElseThrow(() -> new BrokenFileException(
                        NOT_AN_IMAGE,
                        "The name says image, but the content is " + ImageFormat.nameOfOther(bytes) + "."));
        try {
            ImageStructure structure = switch (format) {
                case JPEG -> JpegStructure.read(bytes);
                case PNG -> PngStructure.read(bytes);
                case WEBP -> WebpStructure.read(bytes);
            };
            if (structure.width() < 1 || structure.height() < 1) {
                throw corrupt("its size is " + structure.width() + "×" + structure.height());
            }
            return structure;
        } catch (BufferUnderflowException | IndexOutOfBoundsException early) {
            throw truncated();
        }
    }

    static BrokenFileException truncated() {
        return new BrokenFileException(TRUNCATED, "The file ends before the image is complete. Copy it again.");
    }

    static BrokenFileException corrupt(String what) {
        return new BrokenFileException(CORRUPT, "The image is damaged: " + what + ".");
    }
}
