package dev.fuda.tagger.image;

/**
 * A small picture: rows from the top, 8 bits a channel, channels interleaved.
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
}
