package dev.fuda.tagger.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture of any size, RGB or RGB with opacity, 8 bits a channel. Its pixels lie outside the Java heap, which is far
 * smaller than the pictures people keep; each change replaces them. Close it.
 */
public final class Picture implements AutoCloseable {

    private Mat pixels;

    /** Takes over a matrix of 3 or 4 channels of 8 bits. */
    Picture(Mat pixels) {
        this.pixels = pixels;
    }

    /** A picture with the pixels of a bitmap. */
    static Picture of(Bitmap bitmap) {
        Mat pixels = new Mat(bitmap.height(), bitmap.width(), opencv_core.CV_8UC(bitmap.channels()));
        try (BytePointer data = pixels.data()) {
            data.put(bitmap.data());
        }
        return new Picture(pixels);
    }

    /** Pixels in a row. */
    public int width() {
        return pixels.cols();
    }

    /** Rows. */
    public int height() {
        return pixels.rows();
    }

    /** 3, or 4 with opacity. */
    public int channels() {
        return pixels.channels();
    }

    /** Drops the opacity; what lay behind transparent pixels shows. */
    void dropOpacity() {
        if (channels() == 4) {
            Mat opaque = new Mat();
            opencv_imgproc.cvtColor(pixels, opaque, opencv_imgproc.COLOR_RGBA2RGB);
            replace(opaque);
        }
    }

    /**
     * Lays the colours over white, rounded as Pillow's {@code paste} with a mask rounds.
     *
     * @param keepOpacity whether the fourth channel stays
     */
    void layOverWhite(boolean keepOpacity) {
        if (channels() == 3) {
            return;
        }
        int to = keepOpacity ? 4 : 3;
        Mat laid = new Mat(height(), width(), opencv_core.CV_8UC(to));
        byte[] source = new byte[width() * 4];
        byte[] target = new byte[width() * to];
        for (int y = 0; y < height(); y++) {
            readRow(y, source);
            for (int x = 0; x < width(); x++) {
                int opacity = source[x * 4 + 3] & 0xff;
                for (int channel = 0; channel < 3; channel++) {
                    int mixed = 255 * (255 - opacity) + (source[x * 4 + channel] & 0xff) * opacity + 128;
                    target[x * to + channel] = (byte) ((mixed >> 8) + mixed >> 8);
                }
                if (keepOpacity) {
                    target[x * to + 3] = source[x * 4 + 3];
                }
            }
            try (BytePointer row = laid.ptr(y)) {
                row.put(target);
            }
        }
        replace(laid);
    }

    /** Puts the picture in the middle of a white square; an odd pixel goes to the right or below. */
    void padToSquare() {
        int side = Math.max(width(), height());
        int left = (side - width()) / 2;
        int top = (side - height()) / 2;
        if (width() != height()) {
            Mat square = new Mat();
            try (Scalar white = new Scalar(255, 255, 255, 255)) {
                opencv_core.copyMakeBorder(
                        pixels,
                        square,
                        top,
                        side - height() - top,
                        left,
                        side - width() - left,
                        opencv_core.BORDER_CONSTANT,
                        white);
            }
            replace(square);
        }
    }

    /** The picture in another size, by OpenCV's INTER_AREA. */
    Bitmap resizedByArea(int width, int height) {
        try (Mat target = new Mat();
                Size size = new Size(width, height)) {
            opencv_imgproc.resize(pixels, target, size, 0, 0, opencv_imgproc.INTER_AREA);
            return bitmap(target);
        }
    }

    /** The picture as it is; only for small ones. */
    Bitmap bitmap() {
        return bitmap(pixels);
    }

    /** Copies a row, {@code width * channels} bytes. */
    void readRow(int y, byte[] target) {
        try (BytePointer row = pixels.ptr(y)) {
            row.get(target);
        }
    }

    private static Bitmap bitmap(Mat mat) {
        int row = mat.cols() * mat.channels();
        byte[] data = new byte[Math.multiplyExact(row, mat.rows())];
        for (int y = 0; y < mat.rows(); y++) {
            try (BytePointer pixels = mat.ptr(y)) {
                pixels.get(data, y * row, row);
            }
        }
        return new Bitmap(mat.cols(), mat.rows(), mat.channels(), data);
    }

    private void replace(Mat changed) {
        pixels.close();
        pixels = changed;
    }

    @Override
    public void close() {
        pixels.close();
    }
}
