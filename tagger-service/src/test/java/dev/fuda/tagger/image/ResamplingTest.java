package dev.fuda.tagger.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

    /** Checksums of what Pillow 12.3 makes of the same pictures. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            BICUBIC, 101,  67,  48,  48, 2099938406
            BICUBIC,  13,   7,  48,  48, 3427696964
            BICUBIC, 448, 448, 448, 448, 2473078037
            BICUBIC,  97,  97,  31,  97, 3111589287
            BICUBIC, 640,   1,  16,  16, 3299824965
            BICUBIC,  53, 211,  97,  10,  548908195
            LANCZOS, 101,  67,  48,  48, 1809283582
            LANCZOS,  13,   7,  48,  48,  903533548
            LANCZOS, 448, 448, 448, 448, 2473078037
            LANCZOS,  97,  97,  31,  97, 3787517242
            LANCZOS, 640,   1,  16,  16, 2893703898
            LANCZOS,  53, 211,  97,  10, 2851850476
            """)
    void equalsPillowToTheBit(Resampling way, int width, int height, int newWidth, int newHeight, long checksum) {
        Bitmap resized = resize(way, patterned(width, height, 3), newWidth, newHeight);
        assertThat(resized.width()).isEqualTo(newWidth);
        assertThat(resized.height()).isEqualTo(newHeight);
        assertThat(checksum(resized)).isEqualTo(checksum);
    }

    @Test
    void laysTransparentPixelsOverWhiteAsPillowDoes() {
        try (Picture picture = Picture.of(patterned(61, 47, 4))) {
            picture.layOverWhite(false);
            assertThat(checksum(picture.bitmap())).isEqualTo(4268384161L);
        }
    }

    @Test
    void areaIsTheMeanOfTheCoveredPixels() {
        Bitmap picture = new Bitmap(4, 2, 3, new byte[] {
            0, 10, 20, 10, 20, 30, 100, 100, 100, 100, 100, 100, 20, 30, 40, 30, 40, 50, 100, 100, 100, 100, 100, 100
        });
        assertThat(resize(Resampling.AREA, picture, 2, 1).data()).containsExactly(15, 25, 35, 100, 100, 100);
    }

    @Test
    void theOddPixelOfThePaddingGoesRightOrBelow() {
        try (Picture picture = Picture.of(new Bitmap(1, 4, 3, new byte[12]))) {
            picture.padToSquare();
            Bitmap square = picture.bitmap();
            assertThat(square.width()).isEqualTo(4);
            byte white = (byte) 255;
            assertThat(Arrays.copyOf(square.data(), 12))
                    .containsExactly(white, white, white, 0, 0, 0, white, white, white, white, white, white);
        }
    }

    private static Bitmap resize(Resampling way, Bitmap bitmap, int width, int height) {
        try (Picture picture = Picture.of(bitmap)) {
            return way.resize(picture, width, height);
        }
    }

    private static Bitmap patterned(int width, int height, int channels) {
        byte[] data = new byte[width * height * channels];
        for (int i = 0; i < data.length; i++) {
            int channel = i % channels;
            int x = i / channels % width;
            int y = i / channels / width;
            data[i] = (byte) (x * x * 7 + y * 13 + channel * 91 + x * y * 3 >> 1);
        }
        return new Bitmap(width, height, channels, data);
    }

    private static long checksum(Bitmap bitmap) {
        CRC32 crc = new CRC32();
        crc.update(bitmap.data());
        return crc.getValue();
    }
}
