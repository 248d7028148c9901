package dev.fuda.dataset.scan;

import static dev.fuda.dataset.MetadataWriter.withCompressedBlanks;
import static dev.fuda.dataset.MetadataWriter.withExif;
import static dev.fuda.dataset.MetadataWriter.withIptc;
import static dev.fuda.dataset.MetadataWriter.withText;
import static dev.fuda.dataset.MetadataWriter.withXmp;
import static dev.fuda.dataset.MetadataWriter.withXmpPacket;
import static dev.fuda.dataset.Pictures.jpeg;
import static dev.fuda.dataset.Pictures.png;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.MetadataWriter.Exif;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metadata becomes captions by the table of the specification. */
class MetadataTest {

    private static final String PARAMETERS = "1girl, solo\nNegative prompt: lowres\nSteps: 20, Sampler: Euler, Seed: 7";

    @Test
    void exifBecomesCaptions() throws BrokenFileException {
        Exif exif = new Exif()
                .imageDescription("A girl with 長い髪.")
                .xpComment("posted today")
                .xpKeywords("1girl;solo; long hair")
                .userComment("新作です 🌸 #original");

        assertThat(captions(withExif(jpeg(20, 10, 1), exif)))
                .containsExactly(
                        "natural_language/image_description ImageDescription: A girl with 長い髪.",
                        "social_media/user_comment UserComment: 新作です 🌸 #original",
                        "social_media/xp_comment XPComment: posted today",
                        "tags/xp_keywords XPKeywords: 1girl, solo, long hair");
    }

    @Test
    void iptcAndXmpBecomeCaptions() throws BrokenFileException {
        byte[] image = withXmp(withIptc(jpeg(20, 10, 1), "Two lines\nof text", "1girl", "桜"), "cat,dog, red hair");

        assertThat(captions(image))
                .containsExactly(
                        "tags/keywords Keywords: 1girl, 桜",
                        "description/caption_abstract Caption-Abstract: Two lines\nof text",
                        "tags/subject dc:subject: cat, dog, red hair");
    }

    @Test
    void promptsAreFoundWhereverTheyAreWritten() throws BrokenFileException {
        assertThat(captions(withText(png(8, 8, 1), "parameters", PARAMETERS)))
                .containsExactly("natural_language/prompt parameters: 1girl, solo");
        assertThat(captions(withExif(jpeg(8, 8, 1), new Exif().userComment(PARAMETERS))))
                .containsExactly("natural_language/prompt UserComment: 1girl, solo");
        assertThat(read(withText(png(8, 8, 1), "parameters", PARAMETERS), true)
                        .fields()
                        .get("Generation"))
                .containsEntry("Seed", "7")
                .containsEntry("Negative prompt", "lowres");
    }

    @Test
    void orientationTurnsTheSize(@TempDir Path folder) throws IOException, BrokenFileException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] image = withExif(jpeg(40, 20, 1), new Exif().orientation(orientation));
            Path file = Files.write(folder.resolve(orientation + ".jpg"), image);

            ProbedImage probed =
                    new ImageProbe(ScanLimits.DEFAULT, false).probe(new FoundFile(file, "x.jpg", image.length, 1));

            assertThat(probed.width()).as("orientation %d", orientation).isEqualTo(orientation < 5 ? 40 : 20);
            assertThat(probed.height()).isEqualTo(orientation < 5 ? 20 : 40);
        }
    }

    @Test
    void compressedTextStaysSmall() throws BrokenFileException {
        byte[] bomb = withCompressedBlanks(png(8, 8, 1), "Comment", 200_000_000);

        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(read(bomb, true).captions()).isEmpty();
    }

    @Test
    void xmpReadsNoOtherFile() throws BrokenFileException {
        String packet = """
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
                <rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'>
                <dc:subject><rdf:Bag><rdf:li>&e;</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF>
                """;

        EmbeddedMetadata metadata = read(withXmpPacket(jpeg(8, 8, 1), packet), true);

        assertThat(metadata.captions()).isEmpty();
        assertThat(metadata.unreadable()).contains("XMP");
    }

    @Test
    void damagedMetadataNeverCostsTheImage() throws BrokenFileException {
        byte[] whole = withXmp(
                withIptc(
                        withExif(
                                jpeg(20, 10, 1),
                                new Exif()
                                        .imageDescription("x".repeat(50))
                                        .userComment("abc")
                                        .orientation(6)),
                        "caption",
                        "k"),
                "a,b");
        Random random = new Random(3);
        int metadata = whole.length - jpeg(20, 10, 1).length;
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 3; i++) {
                damaged[2 + random.nextInt(metadata)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(damaged, true).orientation()).isBetween(1, 8);
            } catch (BrokenFileException structure) {
                assertThat(structure.getMessage()).isNotBlank();
            }
        }
    }

    private static List<String> captions(byte[] image) throws BrokenFileException {
        return read(image, true).captions().stream()
                .map(caption -> caption.kind().type() + "/" + caption.kind().subtype() + " " + caption.field() + ": "
                        + caption.content())
                .toList();
    }

    private static EmbeddedMetadata read(byte[] image, boolean captions) throws BrokenFileException {
        return MetadataReader.read(ImageStructure.read(ByteBuffer.wrap(image)).blocks(), captions);
    }
}
