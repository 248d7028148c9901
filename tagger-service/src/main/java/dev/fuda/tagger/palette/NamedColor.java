package dev.fuda.tagger.palette;

import java.util.Locale;

/**
 * The colours that Danbooru has {@code *_theme} and {@code *_background} tags for, with the span of hue angles that each
 * begins from. Spans meet without gap or overlap. Brown has no span of its own: it is dark orange; pink takes the light
 * part of red and purple the dark part of pink, see {@link Pixels}.
 */
enum NamedColor {
    RED(342, 376),
    ORANGE(16, 44),
    YELLOW(44, 70),
    GREEN(70, 155),
    AQUA(155, 190),
    BLUE(190, 255),
    PURPLE(255, 295),
    PINK(295, 342),
    BROWN(16, 44);

    /** First and last hue angle of the span, degrees; past 360 it continues at 0. */
    final double from;

    final double to;

    NamedColor(double from, double to) {
        this.from = from;
        this.to = to;
    }

    String tag(String kind) {
        return name().toLowerCase(Locale.ROOT) + "_" + kind;
    }
}
