package dev.fuda.dataset.item;

import dev.fuda.dataset.scan.BrokenFileException;
import dev.fuda.dataset.scan.ImageFormat;
import dev.fuda.dataset.scan.ImageProbe;
import dev.fuda.dataset.scan.OpenImage;
import dev.fuda.dataset.scan.ScanLimits;
import dev.fuda.kernel.problem.Problem;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Draws thumbnails: upright, inside of a square, never enlarged, transparency shown on mid-grey, written as JPEG. Large
 * JPEGs are decoded at a fraction of their size, which their format allows for almost nothing.
 */
final class ThumbnailMaker {

    private static final int BACKGROUND = 128;
    private static final int QUALITY = 85;
    private static final int OPAQUE = 255;

    private static final int STRIPE = 256;

    /** Megapixels that are decoded at the same time, over all threads: at 4 bytes each, 400 MB. */
    private static final int MEGAPIXELS = 100;

    /** An image of more than {@value #MEGAPIXELS} megapixels is decoded alone; of more than these, not at all. */
    private static final int MOST_MEGAPIXELS = 250;

    static {
        // JavaCPP would refuse to work when the process is larger than a multiple of its heap; the limits above do
        // that.
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    }

    private final Semaphore memory = new Semaphore(MEGAPIXELS, true);
    private final ImageProbe probe = new ImageProbe(ScanLimits.DEFAULT, false);

    /**
     * Decodes and shrinks one image; blocks for as long as that takes.
     *
     * @param size the longer side in pixels
     * @return a JPEG
     * @throws Problem 422 when the image is damaged
     */
    byte[] draw(Path image, int size) {
        try (Arena arena = Arena.ofConfined()) {
            OpenImage open = probe.open(image, arena);
            int reduction = reduction(open, size);
            int cost = cost(open, reduction);
            memory.acquireUninterruptibly(cost);
            try (Mat decoded = decode(open, reduction)) {
                return shrink(decoded, open.orientation(), size);
            } finally {
                memory.release(cost);
            }
        } catch (BrokenFileException broken) {
            throw undrawable(broken.getMessage());
        } catch (RuntimeException undecodable) {
            if (undecodable instanceof Problem problem) {
                throw problem;
            }
            throw undrawable("The image cannot be decoded.");
        } catch (OutOfMemoryError tooLarge) {
            throw undrawable("There is not enough memory to decode this image.");
        }
    }

    private static Problem undrawable(String why) {
        return Problem.unprocessable("image-broken", why);
    }

    /** By how much a JPEG can be reduced while decoding and still be half as large again as the thumbnail. */
    static int reduction(OpenImage image, int size) {
        if (image.format() != ImageFormat.JPEG) {
            return 1;
        }
        int longer = Math.max(image.width(), image.height());
        int reduction = 8;
        while (reduction > 1 && longer / reduction < size + size / 2) {
            reduction /= 2;
        }
        return reduction;
    }

    private static int cost(OpenImage image, int reduction) {
        long megapixels = (long) image.width() * image.height() / 1_000_000;
        if (reduction == 1 && megapixels > MOST_MEGAPIXELS) {
            throw undrawable("The image has " + megapixels + " megapixels; thumbnails are drawn of images up to "
                    + MOST_MEGAPIXELS + ".");
        }
        // A progressive JPEG is held in full before it is reduced.
        long held = megapixels > MEGAPIXELS ? megapixels : megapixels / ((long) reduction * reduction);
        return (int) Math.min(MEGAPIXELS, 1 + held);
    }

    private static Mat decode(OpenImage image, int reduction) {
        int flags = switch (reduction) {
            case 8 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
            case 4 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
            case 2 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
            default ->
                image.format() == ImageFormat.JPEG ? opencv_imgcodecs.IMREAD_COLOR : opencv_imgcodecs.IMREAD_UNCHANGED;
        };
        boolean reads = flags != opencv_imgcodecs.IMREAD_UNCHANGED;
        try (BytePointer bytes = new BytePointer(image.bytes());
                Mat file = new Mat(1, image.bytes().limit(), opencv_core.CV_8UC1, bytes)) {
            Mat decoded =
                    opencv_imgcodecs.imdecode(file, reads ? flags | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION : flags);
            if (decoded.empty()) {
                decoded.close();
                throw undrawable("The image cannot be decoded.");
            }
            return decoded;
        }
    }

    /** Large images exist once in memory: everything but the first step works on the small one, or in stripes. */
    private static byte[] shrink(Mat decoded, int orientation, int size) {
        if (decoded.depth() != opencv_core.CV_8U) {
            decoded.convertTo(decoded, opencv_core.CV_8U, decoded.depth() == opencv_core.CV_16U ? 1.0 / 257 : 1, 0);
        }
        if (decoded.channels() == 4) {
            premultiply(decoded);
        }
        try (Mat small = resized(decoded, size)) {
            decoded.release();
            try (Mat upright = upright(small, orientation)) {
                flatten(upright);
                try (Mat colour = colour(upright)) {
                    return encode(colour);
                }
            }
        }
    }

    /** Transparent pixels have arbitrary colours; multiplied by their alpha they do not bleed when shrunk. */
    private static void premultiply(Mat image) {
        for (int row = 0; row < image.rows(); row += STRIPE) {
            try (Mat stripe = image.rowRange(row, Math.min(row + STRIPE, image.rows()));
                    Mat multiplied = new Mat()) {
                opencv_imgproc.cvtColor(stripe, multiplied, opencv_imgproc.COLOR_RGBA2mRGBA);
                multiplied.copyTo(stripe);
            }
        }
    }

    private static Mat resized(Mat image, int size) {
        int longer = Math.max(image.cols(), image.rows());
        Mat out = new Mat();
        if (longer <= size) {
            image.copyTo(out);
            return out;
        }
        int width = Math.max(1, Math.round((float) image.cols() * size / longer));
        int height = Math.max(1, Math.round((float) image.rows() * size / longer));
        try (Size to = new Size(width, height)) {
            opencv_imgproc.resize(image, out, to, 0, 0, opencv_imgproc.INTER_AREA);
        }
        return out;
    }

    /** The EXIF orientations: 2, 4, 5 and 7 are mirrored, 5 to 8 lie on their side. */
    private static Mat upright(Mat image, int orientation) {
        Mat out = new Mat();
        switch (orientation) {
            case 2 -> opencv_core.flip(image, out, 1);
            case 3 -> opencv_core.rotate(image, out, opencv_core.ROTATE_180);
            case 4 -> opencv_core.flip(image, out, 0);
            case 5 -> opencv_core.transpose(image, out);
            case 6 -> opencv_core.rotate(image, out, opencv_core.ROTATE_90_CLOCKWISE);
            case 7 -> {
                try (Mat turned = new Mat()) {
                    opencv_core.transpose(image, turned);
                    opencv_core.flip(turned, out, -1);
                }
            }
            case 8 -> opencv_core.rotate(image, out, opencv_core.ROTATE_90_COUNTERCLOCKWISE);
            default -> image.copyTo(out);
        }
        return out;
    }

    /** Puts premultiplied colours on the background, in place. */
    private static void flatten(Mat image) {
        if (image.channels() != 4) {
            return;
        }
        byte[] pixels = new byte[(int) image.total() * 4];
        try (BytePointer data = image.data()) {
            data.capacity(pixels.length).get(pixels);
            for (int at = 0; at < pixels.length; at += 4) {
                int missing = (OPAQUE - (pixels[at + 3] & 0xFF)) * BACKGROUND / OPAQUE;
                for (int channel = at; channel < at + 3; channel++) {
                    pixels[channel] = (byte) Math.min(OPAQUE, (pixels[channel] & 0xFF) + missing);
                }
            }
            data.put(pixels);
        }
    }

    private static Mat colour(Mat image) {
        Mat out = new Mat();
        switch (image.channels()) {
            case 1 -> opencv_imgproc.cvtColor(image, out, opencv_imgproc.COLOR_GRAY2BGR);
            case 4 -> opencv_imgproc.cvtColor(image, out, opencv_imgproc.COLOR_BGRA2BGR);
            default -> image.copyTo(out);
        }
        return out;
    }

    private static byte[] encode(Mat image) {
        try (BytePointer out = new BytePointer();
                IntPointer settings = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, QUALITY)) {
            opencv_imgcodecs.imencode(".jpg", image, out, settings);
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }
}
