package dev.fuda.tagger.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreprocessingTest {

    private final ImageDecoder.Decoded twoPixels = new ImageDecoder.Decoded(
            new ImageHeader(ImageHeader.Format.PNG, 2, 1, false),
            Picture.of(new Bitmap(2, 1, 4, new byte[] {(byte) 255, 0, 51, (byte) 255, 100, 100, 100, 0})));

    @Test
    void wdTaggersTakeBlueGreenRedLevelsOfRows() {
        Preprocessing wd = new Preprocessing(
                2,
                2,
                Preprocessing.Layout.NHWC,
                Preprocessing.Colors.BGR,
                Preprocessing.Fit.PAD_WHITE,
                Resampling.AREA_OR_LANCZOS,
                Preprocessing.Opacity.OVER_WHITE,
                1,
                0,
                1);
        assertThat(wd.apply(twoPixels)).containsExactly(51, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255);
    }

    @Test
    void clTaggersTakePlanesFromMinusOneToOne() {
        Preprocessing cl = new Preprocessing(
                2,
                2,
                Preprocessing.Layout.NCHW,
                Preprocessing.Colors.BGR,
                Preprocessing.Fit.PAD_WHITE,
                Resampling.BICUBIC,
                Preprocessing.Opacity.OVER_WHITE_UNLESS_GREY,
                255,
                0.5f,
                0.5f);
        assertThat(cl.apply(twoPixels)).containsExactly(-0.6f, 1, 1, 1, -1, 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void opacityOfGreyPicturesIsIgnoredWhereTheTaggerIgnoresIt() {
        ImageDecoder.Decoded grey = new ImageDecoder.Decoded(
                new ImageHeader(ImageHeader.Format.PNG, 1, 1, true),
                Picture.of(new Bitmap(1, 1, 4, new byte[] {10, 10, 10, 0})));
        Preprocessing cl = new Preprocessing(
                1,
                1,
                Preprocessing.Layout.NCHW,
                Preprocessing.Colors.BGR,
                Preprocessing.Fit.PAD_WHITE,
                Resampling.BICUBIC,
                Preprocessing.Opacity.OVER_WHITE_UNLESS_GREY,
                1,
                0,
                1);
        assertThat(cl.apply(grey)).containsExactly(10, 10, 10);
    }

    @Test
    void paletteTakesColoursOverWhiteAndOpacity() {
        Preprocessing palette = new Preprocessing(
                2,
                1,
                Preprocessing.Layout.NHWC,
                Preprocessing.Colors.RGBA,
                Preprocessing.Fit.STRETCH,
                Resampling.AREA,
                Preprocessing.Opacity.OVER_WHITE,
                1,
                0,
                1);
        assertThat(palette.apply(twoPixels)).containsExactly(255, 0, 51, 255, 255, 255, 255, 0);
    }
}
