package dev.fuda.tagger.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private static final int[] PICTURE = picture();
    private final ImageDecoder decoder = new ImageDecoder(1_000_000);

    @TempDir
    Path folder;

    private Bitmap decode(byte[] file) throws UnreadableImage, IOException {
        try (ImageDecoder.Decoded decoded = decoder.decode(Files.write(folder.resolve("image"), file))) {
            return decoded.picture().bitmap();
        }
    }

    private static int[] picture() {
        int[] argb = new int[40 * 30];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff << 24 | i % 40 * 6 << 16 | i / 40 * 8 << 8 | 90;
        }
        return argb;
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".webp"})
    void losslessFormatsGiveTheirPixelsBack(String kind) throws UnreadableImage, IOException {
        int[] argb = PICTURE.clone();
        argb[5] = 0x40_12_34_56;
        Bitmap bitmap = decode(TestImages.file(kind, argb, 40));
        assertThat(bitmap.width()).isEqualTo(40);
        assertThat(bitmap.height()).isEqualTo(30);
        assertThat(bitmap.channels()).isEqualTo(4);
        assertThat(Arrays.copyOfRange(bitmap.data(), 20, 28)).containsExactly(0x12, 0x34, 0x56, 0x40, 36, 0, 90, 255);
    }

    @Test
    void jpegGivesNearlyItsPixelsBack() throws UnreadableImage, IOException {
        Bitmap bitmap = decode(TestImages.file(".jpg", PICTURE, 40));
        assertThat(bitmap.channels()).isEqualTo(3);
        for (int i = 0; i < PICTURE.length; i++) {
            assertThat(bitmap.data()[3 * i] & 0xff)
                    .isBetween((PICTURE[i] >> 16 & 0xff) - 12, (PICTURE[i] >> 16 & 0xff) + 12);
        }
    }

    static Stream<Arguments> damaged() {
        byte[] png = TestImages.file(".png", PICTURE, 40);
        byte[] jpeg = TestImages.file(".jpg", PICTURE, 40);
        byte[] webp = TestImages.file(".webp", PICTURE, 40);
        byte[] hugePng = png.clone();
        ByteBuffer.wrap(hugePng).putInt(16, 50_000).putInt(20, 50_000);
        byte[] noWidth = png.clone();
        ByteBuffer.wrap(noWidth).putInt(16, 0);
        return Stream.of(
                Arguments.of(new byte[0], "The file is empty."),
                Arguments.of("GIF89a and so on".getBytes(), "The file is no PNG, JPEG or WebP image."),
                Arguments.of("<svg/>".getBytes(), "The file is no PNG, JPEG or WebP image."),
                Arguments.of(Arrays.copyOf(png, png.length / 2), "The PNG file is broken or cut off."),
                Arguments.of(Arrays.copyOf(jpeg, jpeg.length / 2), "The JPEG file is broken or cut off."),
                Arguments.of(Arrays.copyOf(webp, webp.length - 10), "The WebP file is broken or cut off."),
                Arguments.of(Arrays.copyOf(png, 20), "The PNG file is broken or cut off."),
                Arguments.of(Arrays.copyOf(jpeg, 3), "The JPEG file is broken or cut off."),
                Arguments.of(hugePng, "The image has 50000 × 50000 pixels; at most 1 million are read."),
                Arguments.of(noWidth, "The image says it is 0 × 30 pixels large."));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void tellsWhatIsWrongWithAFile(byte[] file, String reason) {
        assertThatThrownBy(() -> decode(file))
                .isInstanceOf(UnreadableImage.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".jpg", ".webp"})
    void damagedFilesNeverDoWorseThanAReason(String kind) throws IOException {
        byte[] whole = TestImages.file(kind, PICTURE, 40);
        SplittableRandom random = new SplittableRandom(kind.hashCode());
        int unreadable = 0;
        for (int round = 0; round < 400; round++) {
            byte[] file = whole.clone();
            for (int k = 0; k <= random.nextInt(6); k++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(decode(file).width()).isPositive();
            } catch (UnreadableImage e) {
                assertThat(e).hasMessageMatching("[A-Z].*");
                unreadable++;
            }
        }
        assertThat(unreadable).isPositive();
    }
}
