package dev.fuda.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Draws the folder that the demo and the end-to-end tests work on: some 60 small pictures as JPEG, PNG and WebP with all
 * that real folders have: captions in several styles or none, source/target pairs, main and alternative captions, text in
 * EXIF, XMP and PNG, Japanese names, sub-folders, a truncated and an empty file. The same seed draws the same folder.
 */
public final class SampleFolder {

    private static final long SEED = 20_250_101;
    private static final String MARK = ".drawn-by-fuda";
    private static final int[][] SIZES = {{384, 512}, {512, 768}, {640, 896}, {768, 1024}, {448, 448}, {832, 1216}};

    private final Path folder;
    private final RandomGenerator random;
    private int images;
    private int captions;
    private int pairs;
    private int broken;

    /** What has been drawn: good images, caption files, pairs (of two of the images), files that are no images. */
    public record Drawn(int images, int captions, int pairs, int broken) {}

    private SampleFolder(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Draws into the folder given; @param arguments the folder */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("Say which folder to draw into.");
            System.exit(2);
        }
        System.out.println(draw(Path.of(arguments[0]), SEED));
    }

    static Drawn draw(Path folder) {
        return draw(folder, SEED);
    }

    /** @param folder absent, empty, or drawn before, in which case it is drawn anew; anything else is left alone */
    static Drawn draw(Path folder, long seed) {
        try {
            clear(folder);
            Files.createDirectories(folder);
            Files.createFile(folder.resolve(MARK));
            return new SampleFolder(folder, seed).drawAll();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot draw the sample pictures into " + folder, e);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.sorted(Comparator.reverseOrder()).toList();
            if (found.size() > 1 && !Files.exists(folder.resolve(MARK))) {
                throw new IOException(folder + " holds files that are not Fuda's samples");
            }
            for (Path each : found) {
                Files.delete(each);
            }
        }
    }

    private Drawn drawAll() throws IOException {
        portraits();
        landscapes();
        sketches();
        stickers();
        pairs();
        japanese();
        brokenFiles();
        return new Drawn(images, captions, pairs, broken);
    }

    private void portraits() throws IOException {
        Portraits.Hair[] hair = Portraits.Hair.values();
        for (int i = 0; i < 24; i++) {
            boolean girl = i % 5 != 4;
            int[] size = SIZES[i % SIZES.length];
            Picture picture = Portraits.draw(random, size[0], size[1], girl, hair[random.nextInt(hair.length)]);
            Encoding encoding = Encoding.values()[i % 3];
            String name = "portraits/%s/portrait_%02d".formatted(girl ? "girls" : "boys", i + 1);
            byte[] bytes = encoding.encode(picture.image());
            if (encoding == Encoding.PNG) {
                bytes = TextBlocks.withPngText(bytes, "parameters", parameters(picture));
            }
            image(name + "." + encoding.extension(), bytes);
            if (i % 6 == 5) {
                caption(name + "_main.txt", CaptionStyle.SPACES, picture.tags());
                sentence(name + "_alt.txt", sentenceOf(picture));
            } else {
                caption(name + ".txt", CaptionStyle.values()[i % CaptionStyle.values().length], picture.tags());
            }
        }
    }

    private void landscapes() throws IOException {
        for (int i = 0; i < 12; i++) {
            Picture picture = Views.landscape(random, i % 2 == 0 ? 1024 : 960, i % 2 == 0 ? 576 : 640, i % 3 == 0);
            String name = "scenery/view_%02d".formatted(i + 1);
            if (i < 4) {
                image(
                        name + ".jpg",
                        TextBlocks.withExif(
                                Encoding.JPEG.encode(picture.image()),
                                String.join(", ", picture.tags()),
                                sentenceOf(picture)));
            } else if (i < 7) {
                image(name + ".jpeg", TextBlocks.withXmp(Encoding.JPEG.encode(picture.image()), picture.tags()));
            } else {
                image(name + ".webp", Encoding.WEBP.encode(picture.image()));
                caption(name + ".txt", CaptionStyle.UNDERSCORES, picture.tags());
            }
        }
    }

    /** Without captions, so that there is work for a tagger. */
    private void sketches() throws IOException {
        for (int i = 0; i < 6; i++) {
            Picture picture = Views.sketch(random, 640, 512);
            Encoding encoding = i % 2 == 0 ? Encoding.PNG : Encoding.JPEG;
            image("sketches/sketch_%02d.%s".formatted(i + 1, encoding.extension()), encoding.encode(picture.image()));
        }
    }

    private void stickers() throws IOException {
        for (int i = 0; i < 7; i++) {
            Picture picture = Views.sticker(random, 320, i);
            String name = "stickers/sticker_%02d".formatted(i + 1);
            image(name + ".webp", Encoding.WEBP.encode(picture.image()));
            if (i % 2 == 0) {
                caption(name + ".txt", CaptionStyle.TIGHT, picture.tags());
            }
        }
    }

    private void pairs() throws IOException {
        for (int i = 0; i < 4; i++) {
            Picture target = Views.landscape(random, 640, 448, false);
            String name = "pairs/grey_%02d".formatted(i + 1);
            image(
                    name + "_source.webp",
                    Encoding.WEBP.encode(Views.withoutColours(target).image()));
            image(name + "_target.webp", Encoding.WEBP.encode(target.image()));
            sentence(
                    name + "_instruction.txt",
                    "Give this photograph of " + (i % 2 == 0 ? "the mountains" : "the coast") + " its colours.");
            pairs++;
        }
    }

    private void japanese() throws IOException {
        Picture night = Views.landscape(random, 896, 512, true);
        image("日本語/夜空.png", Encoding.PNG.encode(night.image()));
        caption("日本語/夜空.txt", CaptionStyle.SPACES, night.tags());
        Picture girl = Portraits.draw(random, 640, 960, true, Portraits.Hair.LONG);
        image("日本語/少女 その一.jpg", Encoding.JPEG.encode(girl.image()));
        caption("日本語/少女 その一.txt", CaptionStyle.WINDOWS, girl.tags());
        image("日本語/シール.webp", Encoding.WEBP.encode(Views.sticker(random, 256, 0).image()));
    }

    private void brokenFiles() throws IOException {
        byte[] whole =
                Encoding.JPEG.encode(Views.landscape(random, 800, 600, false).image());
        write("broken/cut_off.jpg", Arrays.copyOf(whole, 180));
        write("broken/empty.png", new byte[0]);
        broken = 2;
    }

    /** As image generators write it into their PNG files. */
    private static String parameters(Picture picture) {
        return String.join(", ", picture.tags())
                + "\nNegative prompt: lowres, bad hands\nSteps: 28, Sampler: Euler a, CFG scale: 7, Seed: "
                + Math.abs(picture.tags().hashCode()) + ", Size: "
                + picture.image().getWidth() + "x"
                + picture.image().getHeight() + ", Model: drawn-by-fuda";
    }

    private static String sentenceOf(Picture picture) {
        return "A picture that shows "
                + String.join(
                        ", ",
                        picture.tags().stream()
                                .map(tag -> tag.replace('_', ' '))
                                .toList()) + ".";
    }

    private void image(String name, byte[] bytes) throws IOException {
        write(name, bytes);
        images++;
    }

    private void caption(String name, CaptionStyle style, List<String> tags) throws IOException {
        write(name, style.write(tags));
        captions++;
    }

    private void sentence(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
        captions++;
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
