package dev.fuda.tagger.image;

import java.util.Arrays;

/**
 * Decoded pixels: rows from the top, 8 bits a channel, channels interleaved.
 *
 * @param channels 3 for RGB, 4 for RGB with opacity
 * @param data {@code width * height * channels} bytes
 */
public record Bitmap(int width, int height, int channels, byte[] data) {

    /** Checks that the array fits the measures. */
    public Bitmap {
        if (data.length != (long) width * height * channels) {
            throw new IllegalArgumentException("%d × %d × %d pixels need %d bytes, not %d"
                    .formatted(width, height, channels, (long) width * height * channels, data.length));
        }
    }

    /** The colours alone, whatever lies behind transparent pixels. */
    public Bitmap withoutOpacity() {
        if (channels == 3) {
            return this;
        }
        byte[] rgb = new byte[width * height * 3];
        for (int from = 0, to = 0; from < data.length; from += 4, to += 3) {
            System.arraycopy(data, from, rgb, to, 3);
        }
        return new Bitmap(width, height, 3, rgb);
    }

    /** The colours over white, rounded as Pillow's {@code paste} with a mask rounds. */
    public Bitmap overWhite() {
        if (channels == 3) {
            return this;
        }
        byte[] rgb = new byte[width * height * 3];
        for (int from = 0, to = 0; from < data.length; from += 4, to += 3) {
            int opacity = data[from + 3] & 0xff;
            for (int channel = 0; channel < 3; channel++) {
                int mixed = 255 * (255 - opacity) + (data[from + channel] & 0xff) * opacity + 128;
                rgb[to + channel] = (byte) ((mixed >> 8) + mixed >> 8);
            }
        }
        return new Bitmap(width, height, 3, rgb);
    }

    /** The colours over white, and the opacity kept as the fourth channel. */
    public Bitmap overWhiteWithOpacity() {
        Bitmap rgb = overWhite();
        byte[] rgba = new byte[width * height * 4];
        for (int pixel = 0; pixel < width * height; pixel++) {
            System.arraycopy(rgb.data, pixel * 3, rgba, pixel * 4, 3);
            rgba[pixel * 4 + 3] = channels == 4 ? data[pixel * 4 + 3] : (byte) 0xff;
        }
        return new Bitmap(width, height, 4, rgba);
    }

    /** The picture in the middle of a white square; an odd pixel goes to the right or below. */
    public Bitmap paddedToSquare() {
        int side = Math.max(width, height);
        if (width == height) {
            return this;
        }
        byte[] square = new byte[Math.multiplyExact(Math.multiplyExact(side, side), channels)];
        Arrays.fill(square, (byte) 0xff);
        int left = (side - width) / 2;
        int top = (side - height) / 2;
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    data, y * width * channels, square, ((top + y) * side + left) * channels, width * channels);
        }
        return new Bitmap(side, side, channels, square);
    }
}
