package dev.fuda.tagger.image;

/**
 * How a model wants its pictures: the numbers it was trained with.
 *
 * @param width pixels of the model's input
 * @param height pixels of the model's input
 * @param layout order of the input's axes
 * @param colors which channels, in which order
 * @param fit how a picture becomes as wide and high as the input
 * @param resampling how its size changes
 * @param opacity what becomes of transparent pixels
 * @param divisor each level 0..255 is divided by this first
 * @param mean then this is subtracted
 * @param deviation then it is divided by this
 */
public record Preprocessing(
        int width,
        int height,
        Layout layout,
        Colors colors,
        Fit fit,
        Resampling resampling,
        Opacity opacity,
        float divisor,
        float mean,
        float deviation) {

    /** The order of the axes after the batch. */
    public enum Layout {
        /** Rows, columns, channels. */
        NHWC,
        /** Channels, rows, columns. */
        NCHW
    }

    /** The channels of the input. */
    public enum Colors {
        RGB,
        BGR,
        /** Colours over white, and opacity as a fourth channel. */
        RGBA;

        /** How many channels there are. */
        public int count() {
            return this == RGBA ? 4 : 3;
        }
    }

    /** How the shape of a picture becomes that of the input. */
    public enum Fit {
        /** Width and height are stretched apart. */
        STRETCH,
        /** White is added to make a square. */
        PAD_WHITE
    }

    /** What becomes of transparent pixels. */
    public enum Opacity {
        /** They are laid over white. */
        OVER_WHITE,
        /** Over white, except in grey pictures, whose opacity is ignored: cl_tagger. */
        OVER_WHITE_UNLESS_GREY,
        /** It is ignored. */
        IGNORED
    }

    /** Numbers that one picture takes. */
    public int size() {
        return width * height * colors.count();
    }

    /**
     * The picture as the model's input.
     *
     * @param image is changed on the way
     * @return {@link #size()} numbers in the order of the layout
     */
    public float[] apply(ImageDecoder.Decoded image) {
        Picture picture = image.picture();
        if (colors == Colors.RGBA) {
            picture.layOverWhite(true);
        } else if (opacity == Opacity.IGNORED
                || opacity == Opacity.OVER_WHITE_UNLESS_GREY && image.header().greyAlpha()) {
            picture.dropOpacity();
        } else {
            picture.layOverWhite(false);
        }
        if (fit == Fit.PAD_WHITE) {
            picture.padToSquare();
        }
        return numbers(resampling.resize(picture, width, height));
    }

    private float[] numbers(Bitmap bitmap) {
        int channels = colors.count();
        float[] levels = new float[256];
        for (int level = 0; level < 256; level++) {
            levels[level] = (level / divisor - mean) / deviation;
        }
        float[] numbers = new float[size()];
        int area = width * height;
        for (int pixel = 0; pixel < area; pixel++) {
            for (int channel = 0; channel < channels; channel++) {
                int source = colors == Colors.BGR ? 2 - channel : channel;
                int target = layout == Layout.NHWC ? pixel * channels + channel : channel * area + pixel;
                boolean given = source < bitmap.channels();
                numbers[target] = levels[given ? bitmap.data()[pixel * bitmap.channels() + source] & 0xff : 255];
            }
        }
        return numbers;
    }
}
