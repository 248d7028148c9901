package dev.fuda.dataset.item;

import static dev.fuda.dataset.Pictures.jpeg;
import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.webp;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images and thumbnails over HTTP. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class ImagesTest {

    private final ServiceCalls calls = new ServiceCalls();

    @Test
    void answersTheFileItsPartsAndNothingWhenItIsKnown(@TempDir Path folder) {
        byte[] bytes = png(300, 200, 1);
        write(folder, "a.png", bytes);
        String image = onlyItem(folder) + "/image";

        Response whole = given().get(image);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.contentType()).isEqualTo("image/png");
        assertThat(whole.asByteArray()).isEqualTo(bytes);
        assertThat(whole.header("Cache-Control")).isEqualTo("private, no-cache");
        String etag = whole.header("ETag");
        assertThat(etag).matches("\"[0-9a-f]{64}\"");
        assertThat(given().get(image + "?v=" + etag.replace("\"", "")).header("Cache-Control"))
                .contains("immutable");

        given().header("If-None-Match", etag).get(image).then().statusCode(304);
        Response part = given().header("Range", "bytes=10-19").get(image);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 10-19/" + bytes.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        given().header("Range", "bytes=99999999-").get(image).then().statusCode(416);
    }

    @ParameterizedTest
    @CsvSource({
        "wide.png, 600, 300, 256, 256, 128",
        "tall.jpg, 400, 2000, 128, 26, 128",
        "small.webp, 60, 40, 512, 60, 40"
    })
    void drawsThumbnailsThatFit(
            String name, int width, int height, int size, int drawnWidth, int drawnHeight, @TempDir Path folder)
            throws IOException {
        write(
                folder,
                name,
                name.endsWith("png")
                        ? png(width, height, 2)
                        : name.endsWith("jpg") ? jpeg(width, height, 2) : webp(width, height, 2));
        String thumbnail = onlyItem(folder) + "/thumbnail?size=" + size;

        Response drawn = given().get(thumbnail);
        assertThat(drawn.statusCode()).isEqualTo(200);
        assertThat(drawn.contentType()).isEqualTo("image/jpeg");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawn.asByteArray()));
        assertThat(picture.getWidth()).isEqualTo(drawnWidth);
        assertThat(picture.getHeight()).isEqualTo(drawnHeight);
        given().header("If-None-Match", drawn.header("ETag"))
                .get(thumbnail)
                .then()
                .statusCode(304);
        assertThat(given().get(thumbnail).asByteArray()).isEqualTo(drawn.asByteArray());
    }

    @Test
    void showsTransparencyOnGrey(@TempDir Path folder) throws IOException {
        write(folder, "a.webp", webp(64, 64, 200));

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                given().get(onlyItem(folder) + "/thumbnail").asByteArray()));

        // Half transparent (128 of 255) blue 200, green 90, red 200 over 128.
        int rgb = picture.getRGB(30, 30);
        assertThat(rgb & 0xFF).isBetween(158, 170);
        assertThat(rgb >> 8 & 0xFF).isBetween(103, 115);
    }

    @Test
    void aChangedFileIsServedAsItIsNow(@TempDir Path folder) {
        write(folder, "a.png", png(30, 20, 1));
        String image = onlyItem(folder) + "/image";
        String before = given().get(image).header("ETag");

        byte[] changed = png(31, 21, 2);
        write(folder, "a.png", changed);

        Response now = given().get(image);
        assertThat(now.asByteArray()).isEqualTo(changed);
        assertThat(now.header("ETag")).isNotEqualTo(before);
    }

    @Test
    void anImageThatCannotBeDecodedIsToldSo(@TempDir Path folder) {
        byte[] png = png(64, 64, 1);
        // Whole by its checksums, nonsense inside.
        int data = 41;
        int length = ByteBuffer.wrap(png).getInt(33);
        Arrays.fill(png, data, data + length, (byte) 0x5A);
        CRC32 sum = new CRC32();
        sum.update(png, data - 4, length + 4);
        ByteBuffer.wrap(png).putInt(data + length, (int) sum.getValue());
        write(folder, "a.png", png);

        given().get(onlyItem(folder) + "/thumbnail")
                .then()
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("image-broken"));
    }

    @Test
    void manyAskForOneThumbnailAtOnce(@TempDir Path folder) {
        write(folder, "a.png", png(900, 700, 4));
        String thumbnail = onlyItem(folder) + "/thumbnail?size=512";

        List<byte[]> drawn = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> given().get(thumbnail).asByteArray())
                .toList();

        assertThat(drawn).allSatisfy(jpeg -> assertThat(jpeg).isEqualTo(drawn.getFirst()));
    }

    @Test
    void saysWhatIsMissing(@TempDir Path folder) throws IOException {
        write(folder, "a.png", png(30, 20, 1));
        String item = onlyItem(folder);

        given().get(item + "/image?suffix=target").then().statusCode(404).body("code", equalTo("not-found"));
        given().get(item + "0/image").then().statusCode(404);
        given().get(item + "/thumbnail?size=77").then().statusCode(400).body("code", equalTo("bad-size"));
        given().get(item + "/thumbnail?size=x").then().statusCode(400);
        Files.delete(folder.resolve("a.png"));
        given().get(item + "/image")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("file-missing"));
    }

    /** The address of the one item of a freshly scanned folder. */
    private String onlyItem(Path folder) {
        long id = calls.scanned(calls.register(folder));
        return "/datasets/" + id + "/items/" + calls.items(id).getLong("items[0].id");
    }
}
