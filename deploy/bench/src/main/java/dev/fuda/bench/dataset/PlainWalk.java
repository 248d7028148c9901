package dev.fuda.bench.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** What a script would do: one file after the other, read, hashed and opened with the decoder that Java brings. */
final class PlainWalk {

    /** How much of an image is looked at. */
    enum Look {
        /** Its header, for the size: a truncated file passes. */
        HEADER,
        /** All pixels: that is how a script finds out that a file is whole. */
        PIXELS
    }

    private PlainWalk() {}

    /** The SHA-256 of every image; captions are read as well. */
    static Set<String> hashes(Path folder, Look look) throws IOException {
        Set<String> hashes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            Iterator<Path> each = files.filter(Files::isRegularFile).iterator();
            while (each.hasNext()) {
                Path file = each.next();
                byte[] bytes = Files.readAllBytes(file);
                if (!file.toString().endsWith(".txt")) {
                    hashes.add(sha256(bytes));
                    open(bytes, look);
                }
            }
        }
        return hashes;
    }

    private static void open(byte[] bytes, Look look) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            int pixels = reader.getWidth(0) * reader.getHeight(0);
            if (look == Look.PIXELS) {
                pixels = reader.read(0).getWidth();
            }
            reader.dispose();
            if (pixels == 0) {
                throw new IOException("An image without pixels");
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
