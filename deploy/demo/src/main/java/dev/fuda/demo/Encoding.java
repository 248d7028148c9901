package dev.fuda.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns a drawn picture into the bytes of a file. */
enum Encoding {
    JPEG("jpg") {
        @Override
        byte[] encode(BufferedImage image) throws IOException {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (var stream = ImageIO.createImageOutputStream(out)) {
                ImageWriteParam settings = writer.getDefaultWriteParam();
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(0.9f);
                writer.setOutput(stream);
                writer.write(null, new IIOImage(image, null, null), settings);
            } finally {
                writer.dispose();
            }
            return out.toByteArray();
        }
    },
    PNG("png") {
        @Override
        byte[] encode(BufferedImage image) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        }
    },
    WEBP("webp") {
        @Override
        byte[] encode(BufferedImage image) {
            int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            byte[] bgr = new byte[3 * pixels.length];
            for (int i = 0; i < pixels.length; i++) {
                bgr[3 * i] = (byte) pixels[i];
                bgr[3 * i + 1] = (byte) (pixels[i] >> 8);
                bgr[3 * i + 2] = (byte) (pixels[i] >> 16);
            }
            try (Mat mat = new Mat(image.getHeight(), image.getWidth(), opencv_core.CV_8UC3);
                    BytePointer out = new BytePointer();
                    IntPointer settings = new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 90)) {
                mat.data().put(bgr);
                opencv_imgcodecs.imencode(".webp", mat, out, settings);
                byte[] bytes = new byte[(int) out.limit()];
                out.get(bytes);
                return bytes;
            }
        }
    };

    private final String extension;

    Encoding(String extension) {
        this.extension = extension;
    }

    /** The ending of the file's name, without a dot. */
    String extension() {
        return extension;
    }

    /** @param image of type {@link BufferedImage#TYPE_INT_RGB} */
    abstract byte[] encode(BufferedImage image) throws IOException;
}
