package dev.fuda.dataset.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.MetadataWriter;
import dev.fuda.dataset.MetadataWriter.Exif;
import dev.fuda.dataset.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thumbnails show what a person sees. */
class ThumbnailMakerTest {

    /** Where the top left corner of the stored picture, which is white, is seen. */
    @ParameterizedTest
    @CsvSource({
        "1, left, top",
        "2, right, top",
        "3, right, bottom",
        "4, left, bottom",
        "5, left, top",
        "6, right, top",
        "7, right, bottom",
        "8, left, bottom"
    })
    void standsUpright(int orientation, String column, String row, @TempDir Path folder) throws IOException {
        BufferedImage stored = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 20; x++) {
            for (int y = 0; y < 20; y++) {
                stored.setRGB(x, y, 0xFFFFFF);
            }
        }
        Path file = Pictures.write(
                folder, "a.jpg", MetadataWriter.withExif(encode(stored, "jpg"), new Exif().orientation(orientation)));

        BufferedImage drawn = draw(file, 128);

        assertThat(drawn.getWidth()).isEqualTo(orientation < 5 ? 80 : 40);
        int x = column.equals("left") ? 8 : drawn.getWidth() - 8;
        int y = row.equals("top") ? 8 : drawn.getHeight() - 8;
        assertThat(drawn.getRGB(x, y) & 0xFF).isGreaterThan(200);
        assertThat(drawn.getRGB(drawn.getWidth() - 1 - x, drawn.getHeight() - 1 - y) & 0xFF)
                .isLessThan(50);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_3BYTE_BGR
            })
    void drawsEveryKindOfPng(int type, @TempDir Path folder) throws IOException {
        BufferedImage stored = new BufferedImage(300, 700, type);
        for (int y = 0; y < 700; y++) {
            for (int x = 0; x < 300; x++) {
                stored.setRGB(x, y, 0xFFFFFFFF);
            }
        }

        BufferedImage drawn = draw(Pictures.write(folder, "a.png", encode(stored, "png")), 128);

        assertThat(drawn.getHeight()).isEqualTo(128);
        assertThat(drawn.getRGB(20, 100)).isEqualTo(0xFFFFFFFF);
    }

    private static BufferedImage draw(Path file, int size) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(new ThumbnailMaker().draw(file, size)));
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }
}
