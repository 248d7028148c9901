package dev.fuda.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFolderTest {

    @TempDir
    Path folder;

    @Test
    void drawsEveryKindOfFileThatFoldersHave() throws IOException {
        SampleFolder.Drawn drawn = SampleFolder.draw(folder.resolve("one"), 1);
        assertThat(drawn).isEqualTo(new SampleFolder.Drawn(60, 43, 4, 2));
        Map<String, Integer> counts = new TreeMap<>();
        for (Path file : files(folder.resolve("one"))) {
            counts.merge(file.toString().replaceAll(".*\\.", ""), 1, Integer::sum);
        }
        assertThat(counts.get("txt")).isEqualTo(drawn.captions());
        assertThat(counts.get("jpg") + counts.get("jpeg") + counts.get("png") + counts.get("webp"))
                .isEqualTo(drawn.images() + drawn.broken());
        assertThat(counts.get("webp")).isGreaterThan(10);
    }

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        SampleFolder.draw(folder.resolve("one"), 7);
        SampleFolder.draw(folder.resolve("two"), 7);
        for (Path file : files(folder.resolve("one"))) {
            Path other = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
            assertThat(Files.mismatch(file, other)).as(file.toString()).isEqualTo(-1);
        }
    }

    @Test
    void drawsAnewOverItsOwnFilesAndLeavesOthersAlone() throws IOException {
        Path own = folder.resolve("own");
        SampleFolder.draw(own, 3);
        Path added = Files.writeString(own.resolve("added-by-a-tagger.txt"), "1girl");
        SampleFolder.draw(own, 3);
        assertThat(added).doesNotExist();
        Path persons = Files.createDirectory(folder.resolve("persons"));
        Path photo = Files.writeString(persons.resolve("photo.txt"), "mine");
        assertThatThrownBy(() -> SampleFolder.draw(persons, 3)).isInstanceOf(UncheckedIOException.class);
        assertThat(photo).hasContent("mine");
    }

    @Test
    void writesPicturesWithTextThatStillDecode() throws IOException {
        SampleFolder.draw(folder.resolve("one"), 1);
        Path exif = folder.resolve("one/scenery/view_01.jpg");
        Path xmp = folder.resolve("one/scenery/view_05.jpeg");
        Path png = folder.resolve("one/portraits/girls/portrait_02.png");
        for (Path file : List.of(exif, xmp, png)) {
            assertThat(ImageIO.read(file.toFile())).as(file.toString()).isNotNull();
        }
        assertThat(latin(exif)).contains("Exif\0\0MM").contains("no_humans, scenery");
        assertThat(latin(xmp)).contains("<rdf:li>no_humans</rdf:li>");
        assertThat(latin(png)).contains("iTXtparameters\0").contains("Negative prompt");
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(folder.resolve("one/stickers/sticker_01.webp")), 0, 4))
                .isEqualTo(HexFormat.of().formatHex("RIFF".getBytes(StandardCharsets.US_ASCII)));
    }

    private static String latin(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
