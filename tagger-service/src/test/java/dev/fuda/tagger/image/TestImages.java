package dev.fuda.tagger.image;

import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Image files made for tests. */
public final class TestImages {

    private static final Map<String, IntPointer> PARAMS = Map.of(
            ".png", new IntPointer(),
            ".jpg", new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, 95),
            ".webp", new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101));

    private TestImages() {}

    /**
     * A square picture of packed ARGB as a file.
     *
     * @param kind {@code .png}, {@code .jpg} or {@code .webp} (lossless)
     */
    public static byte[] file(String kind, int[] argb, int width) {
        int height = argb.length / width;
        boolean opaque = !kind.equals(".png") && !kind.equals(".webp");
        int channels = opaque ? 3 : 4;
        byte[] pixels = new byte[argb.length * channels];
        for (int i = 0; i < argb.length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                pixels[i * channels + channel] = (byte) (argb[i] >> 8 * channel);
            }
        }
        try (BytePointer data = new BytePointer(pixels);
                Mat picture = new Mat(height, width, opencv_core.CV_8UC(channels), data);
                BytePointer encoded = new BytePointer()) {
            opencv_imgcodecs.imencode(kind, picture, encoded, PARAMS.get(kind));
            byte[] file = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(file);
            return file;
        }
    }
}
