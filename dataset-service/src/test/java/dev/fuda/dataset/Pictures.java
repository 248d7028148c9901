package dev.fuda.dataset;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Real image files, drawn by the tests. */
public final class Pictures {

    private Pictures() {}

    /** A gradient whose colours depend on {@code seed}, so that every seed is another file. */
    public static byte[] jpeg(int width, int height, int seed) {
        return encode(width, height, seed, "jpg");
    }

    public static byte[] png(int width, int height, int seed) {
        return encode(width, height, seed, "png");
    }

    /** One colour with an alpha channel. */
    public static byte[] webp(int width, int height, int seed) {
        try (Mat image = new Mat(height, width, opencv_core.CV_8UC4, new Scalar(seed % 256, 90, 200, 128));
                BytePointer out = new BytePointer()) {
            opencv_imgcodecs.imencode(".webp", image, out);
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }

    /** The first bytes of a file. */
    public static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** A PNG that says it has these sides, with almost no data. */
    public static byte[] hugePng(int width, int height) {
        byte[] png = png(1, 1, 1);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }

    /** Writes a file, with the folders it lies in. */
    public static Path write(Path folder, String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path write(Path folder, String name, String text) {
        return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] encode(int width, int height, int seed, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(
                0, 0, new Color(seed * 7919 & 0xFFFFFF), width, height, new Color(~(seed * 104729) & 0xFFFFFF)));
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
