package dev.fuda.tagger.image;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
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

    static {
        // JavaCPP would refuse to work in a process that is larger than a few Java heaps, which a loaded model makes
        // it;
        // here the number of pixels in memory is bounded instead.
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        // Images are worked on side by side already.
        opencv_core.setNumThreads(1);
    }

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
    public record Decoded(ImageHeader header, Picture picture) implements AutoCloseable {
        @Override
        public void close() {
            picture.close();
        }
    }

    /**
     * The header of a file.
     *
     * @throws UnreadableImage if the file is no whole image or too large, with the reason
     */
    public ImageHeader header(Path file) throws UnreadableImage {
        return mapped(file, this::header);
    }

    /**
     * The pixels of a file.
     *
     * @throws UnreadableImage if the file is no whole image or too large, with the reason
     */
    public Decoded decode(Path file) throws UnreadableImage {
        return mapped(file, bytes -> {
            ImageHeader header = header(bytes);
            try {
                return new Decoded(header, picture(bytes, header));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                // Decoders fail in these ways on damaged files; the next image must not suffer.
                throw new UnreadableImage("The " + header.format() + " image can't be decoded: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"));
            }
        });
    }

    private interface Reading<T> {
        T read(ByteBuffer bytes) throws UnreadableImage;
    }

    /** Reads a file where it lies; its bytes need no memory of the heap. */
    private static <T> T mapped(Path file, Reading<T> reading) throws UnreadableImage {
        try (FileChannel channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new UnreadableImage("The file has " + channel.size() + " bytes.");
            }
            return reading.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                    .asByteBuffer());
        } catch (IOException e) {
            throw new UnreadableImage("The file can't be read: " + e.getMessage());
        }
    }

    private ImageHeader header(ByteBuffer bytes) throws UnreadableImage {
        ImageHeader header = ImageHeader.read(bytes);
        if (header.pixels() > maxPixels) {
            throw new UnreadableImage("The image has %d × %d pixels; at most %d million are read."
                    .formatted(header.width(), header.height(), maxPixels / 1_000_000));
        }
        return header;
    }

    private static Picture picture(ByteBuffer file, ImageHeader header) throws UnreadableImage {
        try (BytePointer bytes = new BytePointer(file);
                Mat encoded = new Mat(1, file.limit(), opencv_core.CV_8UC1, bytes);
                Mat decoded = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_UNCHANGED)) {
            if (decoded == null || decoded.empty()) {
                throw new UnreadableImage("The " + header.format() + " image is damaged and can't be decoded.");
            }
            if (decoded.cols() != header.width() || decoded.rows() != header.height()) {
                throw new UnreadableImage("The image says it has %d × %d pixels but holds %d × %d."
                        .formatted(header.width(), header.height(), decoded.cols(), decoded.rows()));
            }
            return ordered(decoded);
        }
    }

    /** The pixels with 8 bits a channel, red first. */
    private static Picture ordered(Mat decoded) {
        if (decoded.depth() == opencv_core.CV_16U) {
            decoded.convertTo(decoded, opencv_core.CV_8U, 1 / 257.0, 0);
        }
        int conversion = switch (decoded.channels()) {
            case 1 -> opencv_imgproc.COLOR_GRAY2RGB;
            case 3 -> opencv_imgproc.COLOR_BGR2RGB;
            default -> opencv_imgproc.COLOR_BGRA2RGBA;
        };
        Mat ordered = new Mat();
        opencv_imgproc.cvtColor(decoded, ordered, conversion);
        return new Picture(ordered);
    }
}
