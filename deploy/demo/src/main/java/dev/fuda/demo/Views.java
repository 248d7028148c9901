package dev.fuda.demo;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Pictures without people: landscapes by day and night, pencil drawings, things on white. */
final class Views {

    private Views() {}

    /** Sky, sun or moon, and rows of mountains, with the sea below where the seed says so. */
    static Picture landscape(RandomGenerator random, int width, int height, boolean night) {
        List<String> tags = new ArrayList<>(List.of("no_humans", "scenery", "mountain", "sky"));
        try (Canvas canvas = new Canvas(width, height)) {
            if (night) {
                canvas.fade(new Color(0x060a1f), new Color(0x2a3566), 0, 1);
                for (int i = 0; i < 240; i++) {
                    int light = 150 + random.nextInt(106);
                    canvas.disc(
                            new Color(light, light, 255),
                            random.nextDouble(),
                            random.nextDouble() * 0.7,
                            0.0012 + random.nextDouble() * 0.0022);
                }
                canvas.disc(new Color(0xf6f2d5), 0.72, 0.2, 0.07);
                tags.addAll(List.of("night", "night_sky", "star_(sky)", "moon"));
            } else if (random.nextBoolean()) {
                canvas.fade(new Color(0x3f8fe0), new Color(0xd6ecfb), 0, 0.8);
                clouds(canvas, random);
                tags.addAll(List.of("day", "blue_sky", "cloud"));
            } else {
                canvas.fade(new Color(0x5b2a6e), new Color(0xff9d4d), 0, 0.75);
                canvas.disc(new Color(0xffe08a), 0.5, 0.55, 0.11);
                tags.addAll(List.of("sunset", "orange_sky", "sun"));
            }
            boolean sea = random.nextBoolean();
            for (int row = 0; row < 3; row++) {
                ridge(canvas, random, 0.45 + 0.13 * row, night ? 10 + 8 * row : 40 + 30 * row, night);
            }
            if (sea) {
                canvas.fade(
                        night ? new Color(0x101a3a) : new Color(0x2f7fb5),
                        night ? new Color(0x050817) : new Color(0x0e4a78),
                        0.82,
                        1);
                for (int i = 0; i < 30; i++) {
                    double y = 0.84 + random.nextDouble() * 0.15;
                    double x = random.nextDouble();
                    canvas.line(new Color(255, 255, 255, 70), 0.002, x, y, x + 0.05, y);
                }
                tags.add("ocean");
            }
            return new Picture(canvas.image(), List.copyOf(tags));
        }
    }

    private static void clouds(Canvas canvas, RandomGenerator random) {
        for (int cloud = 0; cloud < 5; cloud++) {
            double x = random.nextDouble();
            double y = 0.08 + random.nextDouble() * 0.3;
            for (int puff = 0; puff < 6; puff++) {
                canvas.disc(
                        new Color(255, 255, 255, 170),
                        x + 0.035 * puff,
                        y + 0.015 * random.nextDouble(),
                        0.025 + 0.02 * random.nextDouble());
            }
        }
    }

    private static void ridge(Canvas canvas, RandomGenerator random, double top, int light, boolean night) {
        int peaks = 7;
        double[] points = new double[2 * (peaks + 2)];
        for (int i = 0; i < peaks; i++) {
            points[2 * i] = i / (peaks - 1.0);
            points[2 * i + 1] = top + (i % 2 == 0 ? 0.10 : 0) + random.nextDouble() * 0.07;
        }
        points[2 * peaks] = 1;
        points[2 * peaks + 1] = 1;
        points[2 * peaks + 2] = 0;
        points[2 * peaks + 3] = 1;
        canvas.area(
                night ? new Color(light / 2, light / 2, light) : new Color(light / 2, light + 30, light / 2),
                false,
                points);
    }

    /** Grey pencil strokes on paper: a still life of a bottle and fruit. */
    static Picture sketch(RandomGenerator random, int width, int height) {
        try (Canvas canvas = new Canvas(width, height)) {
            canvas.fill(new Color(0xf4f4f4));
            Color pencil = new Color(0x3c3c3c);
            for (int i = 0; i < 160; i++) {
                double x = random.nextDouble();
                double y = 0.72 + 0.25 * random.nextDouble();
                canvas.line(new Color(90, 90, 90, 120), 0.0016, x, y, x + 0.05, y - 0.04);
            }
            double bottle = 0.25 + 0.2 * random.nextDouble();
            canvas.area(
                    new Color(0xd8d8d8),
                    true,
                    bottle - 0.09,
                    0.8,
                    bottle - 0.09,
                    0.5,
                    bottle - 0.03,
                    0.42,
                    bottle - 0.03,
                    0.25,
                    bottle + 0.03,
                    0.25,
                    bottle + 0.03,
                    0.42,
                    bottle + 0.09,
                    0.5,
                    bottle + 0.09,
                    0.8);
            canvas.line(pencil, 0.004, bottle - 0.08, 0.78, bottle - 0.08, 0.52);
            canvas.line(pencil, 0.004, bottle + 0.08, 0.78, bottle + 0.08, 0.52);
            int fruit = 2 + random.nextInt(3);
            for (int i = 0; i < fruit; i++) {
                double x = 0.55 + 0.12 * i;
                canvas.disc(new Color(0xb9b9b9), x, 0.74, 0.07);
                canvas.arc(pencil, 0.004, x, 0.74, 0.07, 0.07 / canvas.slimness(), 0, 360);
                for (int hatch = 0; hatch < 12; hatch++) {
                    canvas.line(pencil, 0.0015, x - 0.05 + 0.008 * hatch, 0.77, x - 0.03 + 0.008 * hatch, 0.73);
                }
            }
            return new Picture(
                    canvas.image(),
                    List.of(
                            "no_humans",
                            "still_life",
                            "bottle",
                            "fruit",
                            "monochrome",
                            "greyscale",
                            "sketch",
                            "traditional_media"));
        }
    }

    /** A thing on plain white, as on a sheet of stickers; @param kind taken modulo the four kinds: cat, heart, star, flower */
    static Picture sticker(RandomGenerator random, int size, int kind) {
        List<String> tags = new ArrayList<>(List.of("no_humans", "white_background", "simple_background", "sticker"));
        try (Canvas canvas = new Canvas(size, size)) {
            canvas.fill(Color.WHITE);
            Color color = Color.getHSBColor(random.nextFloat(), 0.6f, 0.85f);
            switch (kind % 4) {
                case 0 -> {
                    cat(canvas, random.nextBoolean() ? new Color(0x3a3a3f) : new Color(0xe8953a));
                    tags.addAll(List.of("cat", "animal_focus"));
                }
                case 1 -> {
                    canvas.area(
                            color, true, 0.5, 0.85, 0.12, 0.5, 0.12, 0.2, 0.38, 0.12, 0.5, 0.32, 0.62, 0.12, 0.88, 0.2,
                            0.88, 0.5);
                    tags.addAll(List.of("heart"));
                }
                case 2 -> {
                    star(canvas, color);
                    tags.addAll(List.of("star_(symbol)"));
                }
                default -> {
                    for (int petal = 0; petal < 6; petal++) {
                        double angle = petal * Math.PI / 3;
                        canvas.disc(color, 0.5 + 0.2 * Math.cos(angle), 0.5 + 0.2 * Math.sin(angle), 0.15);
                    }
                    canvas.disc(new Color(0xf6d55c), 0.5, 0.5, 0.12);
                    tags.addAll(List.of("flower"));
                }
            }
            return new Picture(canvas.image(), List.copyOf(tags));
        }
    }

    private static void cat(Canvas canvas, Color fur) {
        canvas.area(fur, false, 0.24, 0.42, 0.26, 0.14, 0.46, 0.30);
        canvas.area(fur, false, 0.76, 0.42, 0.74, 0.14, 0.54, 0.30);
        canvas.oval(fur, 0.5, 0.52, 0.29, 0.25);
        for (double side : new double[] {-1, 1}) {
            canvas.oval(new Color(0xbfe36b), 0.5 + side * 0.12, 0.48, 0.055, 0.06);
            canvas.oval(Color.BLACK, 0.5 + side * 0.12, 0.48, 0.018, 0.05);
            canvas.line(new Color(0x888888), 0.006, 0.5 + side * 0.12, 0.60, 0.5 + side * 0.36, 0.57);
            canvas.line(new Color(0x888888), 0.006, 0.5 + side * 0.12, 0.62, 0.5 + side * 0.36, 0.65);
        }
        canvas.area(new Color(0xf29bb8), false, 0.47, 0.56, 0.53, 0.56, 0.5, 0.60);
    }

    private static void star(Canvas canvas, Color color) {
        double[] points = new double[20];
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 0.4 : 0.17;
            points[2 * i] = 0.5 + radius * Math.sin(i * Math.PI / 5);
            points[2 * i + 1] = 0.52 - radius * Math.cos(i * Math.PI / 5);
        }
        canvas.area(color, false, points);
    }

    /** The same picture without its colours: what an edit model would be taught by a pair. */
    static Picture withoutColours(Picture picture) {
        var source = picture.image();
        var grey = new java.awt.image.BufferedImage(source.getWidth(), source.getHeight(), source.getType());
        for (int y = 0; y < source.getHeight(); y++) {
            for (int x = 0; x < source.getWidth(); x++) {
                Color color = new Color(source.getRGB(x, y));
                int light = (299 * color.getRed() + 587 * color.getGreen() + 114 * color.getBlue()) / 1000;
                grey.setRGB(x, y, new Color(light, light, light).getRGB());
            }
        }
        return new Picture(grey, List.of("monochrome", "greyscale"));
    }
}
