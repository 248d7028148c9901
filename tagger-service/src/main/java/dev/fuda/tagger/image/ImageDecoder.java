package dev.fuda.tagger.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Decodes PNG, JPEG and WebP with OpenCV. The header is read first and the number of pixels is capped, so that a small
 * file can't ask for much memory. EXIF orientation isn't applied, as in the programs the taggers were trained with.
 */
public final class ImageDecoder {

    private final long maxPixels;

    /**
     * @param maxPixels width × height that is still decoded; one pixel needs up to 12 bytes while it is worked on
     */
    public ImageDecoder(long maxPixels) {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("The largest number of pixels must be positive, not " + maxPixels);
        }
        this.maxPixels = maxPixels;
    }

    /** A decoded image with what its file said of it. */
    public record Decoded(ImageHeader header, Bitmap bitmap) {}

    /**
     * The pixels of a file.
     *
     * @throws UnreadableImage if the file is no whole image or too large, with the reason
     */
    public Decoded decode(byte[] file) throws UnreadableImage {
        ImageHeader header = ImageHeader.read(file);
        if (header.pixels() > maxPixels) {
            throw new UnreadableImage("The image has %d × %d pixels; at most %d million are read."
                    .formatted(header.width(), header.height(), maxPixels / 1_000_000));
        }
        try {
            return new Decoded(header, pixels(file, header));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Decoders fail in these ways on damaged files; the next image must not suffer.
            throw new UnreadableImage("The " + header.format() + " image can't be decoded: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"));
        }
    }

    private static Bitmap pixels(byte[] file, ImageHeader header) throws UnreadableImage {
        try (BytePointer bytes = new BytePointer(file);
                Mat encoded = new Mat(1, file.length, opencv_core.CV_8UC1, bytes);
                Mat decoded = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_UNCHANGED)) {
            if (decoded == null || decoded.empty()) {
                throw new UnreadableImage("The " + header.format() + " image is damaged and can't be decoded.");
            }
            if (decoded.cols() != header.width() || decoded.rows() != header.height()) {
                throw new UnreadableImage("The image says it has %d × %d pixels but holds %d × %d."
                        .formatted(header.width(), header.height(), decoded.cols(), decoded.rows()));
            }
            return bitmap(decoded);
        }
    }

    private static Bitmap bitmap(Mat decoded) {
        try (Mat eightBit = new Mat();
                Mat ordered = new Mat()) {
            if (decoded.depth() == opencv_core.CV_16U) {
                decoded.convertTo(eightBit, opencv_core.CV_8U, 1 / 257.0, 0);
            } else {
                decoded.convertTo(eightBit, opencv_core.CV_8U);
            }
            int conversion = switch (eightBit.channels()) {
                case 1 -> opencv_imgproc.COLOR_GRAY2RGB;
                case 3 -> opencv_imgproc.COLOR_BGR2RGB;
                default -> opencv_imgproc.COLOR_BGRA2RGBA;
            };
            opencv_imgproc.cvtColor(eightBit, ordered, conversion);
            byte[] data = new byte[Math.toIntExact(ordered.total() * ordered.channels())];
            try (BytePointer pixels = ordered.data()) {
                pixels.get(data);
            }
            return new Bitmap(ordered.cols(), ordered.rows(), ordered.channels(), data);
        }
    }
}
