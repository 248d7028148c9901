package dev.fuda.demo;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Heads and shoulders of invented people: hair, eyes, expression and background differ, and the tags say how. */
final class Portraits {

    /** Hair that ends above the shoulders, at them, or far below. */
    enum Hair {
        SHORT("short_hair", 0.50),
        MEDIUM("medium_hair", 0.64),
        LONG("long_hair", 0.95);

        private final String tag;
        private final double end;

        Hair(String tag, double end) {
            this.tag = tag;
            this.end = end;
        }
    }

    private record Tint(String name, Color color) {}

    private static final List<Tint> HAIR = List.of(
            new Tint("black_hair", new Color(0x2b2630)),
            new Tint("brown_hair", new Color(0x7a4a2b)),
            new Tint("blonde_hair", new Color(0xf0cf6a)),
            new Tint("pink_hair", new Color(0xf29bb8)),
            new Tint("blue_hair", new Color(0x4f7fd6)),
            new Tint("white_hair", new Color(0xe9e7ee)),
            new Tint("green_hair", new Color(0x4fae7a)));

    private static final List<Tint> EYES = List.of(
            new Tint("blue_eyes", new Color(0x2f6fd0)),
            new Tint("green_eyes", new Color(0x2c9a5c)),
            new Tint("red_eyes", new Color(0xc6303c)),
            new Tint("brown_eyes", new Color(0x6b4226)),
            new Tint("purple_eyes", new Color(0x7a3fb0)));

    private static final List<Tint> CLOTHES = List.of(
            new Tint("school_uniform", new Color(0x2d3a63)),
            new Tint("white_shirt", new Color(0xf7f7f9)),
            new Tint("red_dress", new Color(0xb92b36)),
            new Tint("kimono", new Color(0x6d3d86)),
            new Tint("hoodie", new Color(0x5f6b73)));

    private static final Color SKIN = new Color(0xfbe3d3);
    private static final Color LINE = new Color(0x40303a);

    private Portraits() {}

    /** @param girl 1girl, else 1boy with hair that is always short */
    static Picture draw(RandomGenerator random, int width, int height, boolean girl, Hair wished) {
        Hair length = girl ? wished : Hair.SHORT;
        Tint hair = pick(random, HAIR);
        Tint eyes = pick(random, EYES);
        Tint clothes = pick(random, CLOTHES);
        List<String> tags = new ArrayList<>(List.of(
                girl ? "1girl" : "1boy",
                "solo",
                length.tag,
                hair.name,
                eyes.name,
                clothes.name,
                "upper_body",
                "looking_at_viewer"));
        try (Canvas canvas = new Canvas(width, height)) {
            background(canvas, random, tags);
            hairBehind(canvas, hair.color, length);
            canvas.area(clothes.color, true, 0.10, 1.05, 0.18, 0.78, 0.36, 0.68, 0.64, 0.68, 0.82, 0.78, 0.90, 1.05);
            canvas.fillRectangle(new Color(0xe8c6b4), 0.44, 0.56, 0.12, 0.14);
            canvas.oval(SKIN, 0.5, 0.42, 0.20, 0.20);
            face(canvas, eyes.color, random, tags);
            fringe(canvas, hair.color);
            if (girl && random.nextInt(4) == 0) {
                Color ribbon = new Color(0xd8344f);
                canvas.area(ribbon, false, 0.66, 0.22, 0.80, 0.15, 0.80, 0.29);
                canvas.area(ribbon, false, 0.66, 0.22, 0.55, 0.14, 0.55, 0.28);
                tags.add("hair_ribbon");
            }
            return new Picture(canvas.image(), List.copyOf(tags));
        }
    }

    private static void background(Canvas canvas, RandomGenerator random, List<String> tags) {
        switch (random.nextInt(4)) {
            case 0 -> {
                canvas.fill(Color.WHITE);
                tags.addAll(List.of("white_background", "simple_background"));
            }
            case 1 -> {
                canvas.fade(new Color(0x8fc7f2), new Color(0xfdf2d8), 0, 1);
                tags.addAll(List.of("sky", "outdoors"));
            }
            case 2 -> {
                canvas.fade(new Color(0xf7b6a0), new Color(0x6b4a86), 0, 1);
                for (int i = 0; i < 40; i++) {
                    canvas.oval(new Color(0xffd6e2), random.nextDouble(), random.nextDouble(), 0.012, 0.007);
                }
                tags.addAll(List.of("cherry_blossoms", "sunset"));
            }
            default -> {
                canvas.fill(new Color(0x24262e));
                canvas.disc(new Color(0x3b3f4d), 0.5, 0.4, 0.45);
                tags.addAll(List.of("dark_background", "simple_background"));
            }
        }
    }

    private static void hairBehind(Canvas canvas, Color color, Hair length) {
        Color shade = color.darker();
        canvas.oval(shade, 0.5, 0.36, 0.25, 0.22);
        canvas.area(
                shade,
                true,
                0.25,
                0.34,
                0.23,
                length.end,
                0.34,
                length.end + 0.04,
                0.50,
                length.end - 0.04,
                0.66,
                length.end + 0.04,
                0.77,
                length.end,
                0.75,
                0.34);
    }

    private static void fringe(Canvas canvas, Color color) {
        canvas.area(
                color, true, 0.27, 0.44, 0.27, 0.22, 0.50, 0.14, 0.73, 0.22, 0.73, 0.44, 0.68, 0.32, 0.58, 0.36, 0.52,
                0.28, 0.44, 0.36, 0.34, 0.31);
        canvas.arc(color.brighter(), 0.012, 0.5, 0.30, 0.16, 0.09, 60, 60);
    }

    private static void face(Canvas canvas, Color eyes, RandomGenerator random, List<String> tags) {
        boolean closed = random.nextInt(5) == 0;
        for (double side : new double[] {-1, 1}) {
            double x = 0.5 + side * 0.085;
            if (closed) {
                canvas.arc(LINE, 0.008, x, 0.43, 0.035, 0.02, 200, 140);
            } else {
                canvas.oval(Color.WHITE, x, 0.43, 0.036, 0.034);
                canvas.oval(eyes, x, 0.432, 0.026, 0.030);
                canvas.oval(LINE, x, 0.434, 0.012, 0.016);
                canvas.oval(Color.WHITE, x + 0.009, 0.422, 0.007, 0.006);
                canvas.arc(LINE, 0.009, x, 0.43, 0.04, 0.036, 30, 120);
            }
        }
        if (closed) {
            tags.add("closed_eyes");
            tags.removeIf(tag -> tag.equals("looking_at_viewer") || tag.endsWith("_eyes") && !tag.startsWith("closed"));
        }
        switch (random.nextInt(3)) {
            case 0 -> {
                canvas.arc(LINE, 0.007, 0.5, 0.515, 0.035, 0.02, 200, 140);
                tags.add("smile");
            }
            case 1 -> {
                canvas.oval(new Color(0xa83a44), 0.5, 0.53, 0.026, 0.018);
                tags.add("open_mouth");
            }
            default -> {
                canvas.line(LINE, 0.006, 0.48, 0.53, 0.52, 0.53);
                tags.add("closed_mouth");
            }
        }
        if (random.nextInt(3) == 0) {
            canvas.oval(new Color(255, 150, 150, 110), 0.39, 0.485, 0.035, 0.016);
            canvas.oval(new Color(255, 150, 150, 110), 0.61, 0.485, 0.035, 0.016);
            tags.add("blush");
        }
    }

    private static Tint pick(RandomGenerator random, List<Tint> from) {
        return from.get(random.nextInt(from.size()));
    }
}
