package dev.fuda.dataset.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuda.dataset.Pictures;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The containers of images, whole, cut and damaged. */
class ImageStructureTest {

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void knowsFormatAndSize(ImageFormat format) throws BrokenFileException {
        ImageStructure structure = ImageStructure.read(ByteBuffer.wrap(picture(format, 321, 123)));

        assertThat(structure.format()).isEqualTo(format);
        assertThat(structure.width()).isEqualTo(321);
        assertThat(structure.height()).isEqualTo(123);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void everyCutIsNoticed(ImageFormat format) {
        byte[] whole = picture(format, 40, 30);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Pictures.cut(whole, length);
            assertThatThrownBy(() -> ImageStructure.read(ByteBuffer.wrap(cut)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(BrokenFileException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void anythingBehindTheEndIsFine(ImageFormat format) throws BrokenFileException {
        byte[] whole = picture(format, 40, 30);
        byte[] longer = Arrays.copyOf(whole, whole.length + 100);

        assertThat(ImageStructure.read(ByteBuffer.wrap(longer)).width()).isEqualTo(40);
    }

    /** Damage is either noticed or harmless to the walk; nothing else is ever thrown, and it always ends. */
    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void damageNeverSurprises(ImageFormat format) {
        byte[] whole = picture(format, 40, 30);
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(Math.min(damaged.length, 400))] = (byte) random.nextInt(256);
            }
            try {
                assertThat(ImageStructure.read(ByteBuffer.wrap(damaged)).width())
                        .isPositive();
            } catch (BrokenFileException noticed) {
                assertThat(noticed.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void aWrongChecksumInAPngIsNoticed() {
        byte[] png = Pictures.png(40, 30, 1);
        png[png.length / 2] ^= 1;

        assertThatThrownBy(() -> ImageStructure.read(ByteBuffer.wrap(png)))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void saysWhatOtherFilesAre() {
        assertThatThrownBy(() -> ImageStructure.read(ByteBuffer.wrap("GIF89a....".getBytes(StandardCharsets.US_ASCII))))
                .hasMessage("The name says image, but the content is a GIF.");
    }

    private static byte[] picture(ImageFormat format, int width, int height) {
        return switch (format) {
            case JPEG -> Pictures.jpeg(width, height, 5);
            case PNG -> Pictures.png(width, height, 5);
            case WEBP -> Pictures.webp(width, height, 5);
        };
    }
}
