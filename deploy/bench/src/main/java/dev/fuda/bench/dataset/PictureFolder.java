package dev.fuda.bench.dataset;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;

/**
 * A folder of pictures with caption files, drawn from a seed: soft noise of 1024×1024 pixels, which compresses about as
 * well as drawings do; three of four are JPEG, the others PNG. Pictures repeat, but no two files are the same: each ends
 * with a number behind the image.
 */
final class PictureFolder {

    private static final int SIDE = 1024;
    private static final int DISTINCT = 24;
    private static final String CAPTION = "1girl, solo, long hair, smile, looking at viewer, hat, cat %d, tag %d";

    private PictureFolder() {}

    /** Draws so many pictures; the bytes of all of them. */
    static long draw(Path folder, int pictures) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_120);
        List<byte[]> drawn = new ArrayList<>();
        for (int i = 0; i < DISTINCT; i++) {
            drawn.add(encode(noise(random), isPng(i) ? "png" : "jpg"));
        }
        long bytes = 0;
        for (int i = 0; i < pictures; i++) {
            byte[] picture = drawn.get(i % DISTINCT);
            byte[] file = Arrays.copyOf(picture, picture.length + Integer.BYTES);
            ByteBuffer.wrap(file).putInt(picture.length, i);
            Path part = Files.createDirectories(folder.resolve("part" + i / 1_000));
            Files.write(part.resolve(i + (isPng(i % DISTINCT) ? ".png" : ".jpg")), file);
            Files.writeString(part.resolve(i + ".txt"), CAPTION.formatted(i % 37, i % 1_009));
            bytes += file.length;
        }
        return bytes;
    }

    private static boolean isPng(int distinct) {
        return distinct % 4 == 3;
    }

    /** Coarse noise, enlarged smoothly, with a little fine noise on it. */
    private static BufferedImage noise(RandomGenerator random) {
        BufferedImage coarse = new BufferedImage(SIDE / 16, SIDE / 16, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < coarse.getHeight(); y++) {
            for (int x = 0; x < coarse.getWidth(); x++) {
                coarse.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.drawImage(coarse, 0, 0, SIDE, SIDE, null);
        brush.dispose();
        for (int y = 0; y < SIDE; y++) {
            for (int x = y % 3; x < SIDE; x += 3) {
                picture.setRGB(x, y, picture.getRGB(x, y) ^ random.nextInt(8) * 0x010101);
            }
        }
        return picture;
    }

    private static byte[] encode(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, out)) {
            throw new IOException("This Java cannot write " + format);
        }
        return out.toByteArray();
    }
}
