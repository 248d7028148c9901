package dev.fuda.dataset.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.Pictures;
import dev.fuda.dataset.ServiceCalls;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a folder becomes a dataset, against a plain single-threaded walk that reads, hashes and decodes every image.
 * Run with {@code ./mvnw test -pl dataset-service -am -Dtest=ScanBench -Dfuda.bench=scan -Dsurefire.failIfNoSpecifiedTests=false};
 * {@code -Dfuda.bench.images=N} and {@code -Dfuda.bench.side=N} set the number of images and their sides; of ten seven are
 * JPEG, two PNG and one WebP.
 */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
@EnabledIfSystemProperty(named = "fuda.bench", matches = "scan")
class ScanBench {

    private static final int SIDE = Integer.getInteger("fuda.bench.side", 1_024);

    private final ServiceCalls calls = new ServiceCalls();

    @Test
    void scansAgainstAPlainWalk(@TempDir Path folder) throws IOException {
        int images = Integer.getInteger("fuda.bench.images", 1_000);
        long bytes = draw(folder, images);
        System.out.printf("%d images, %.1f MB%n", images, bytes / 1e6);

        report("plain walk: read, hash", images, () -> walk(folder, false));
        report("plain walk: read, hash, decode", images, () -> walk(folder, true));
        long[] id = new long[1];
        report("scan", images, () -> id[0] = calls.scanned(calls.register(folder, Map.of("read_exif", true))));
        report("scan again, nothing changed", images, () -> {
            JsonPath job = calls.rescanned(id[0]);
            assertThat(job.getInt("result.unchanged")).isEqualTo(images);
        });
        List<Integer> items = calls.items(id[0]).getList("items.id");
        report(
                "thumbnails, one client",
                items.size(),
                () -> items.forEach(item -> given().get("/datasets/" + id[0] + "/items/" + item + "/thumbnail")
                        .then()
                        .statusCode(200)));
    }

    private static void report(String what, int images, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-32s %6.2f s  %8.0f images/min%n", what, seconds, images / seconds * 60);
    }

    private static void walk(Path folder, boolean decode) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                byte[] bytes = Files.readAllBytes(file);
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
                if (decode && FolderWalk.isImageName(file.getFileName().toString())) {
                    try (BytePointer data = new BytePointer(bytes);
                            Mat raw = new Mat(1, bytes.length, opencv_core.CV_8UC1, data);
                            Mat decoded = opencv_imgcodecs.imdecode(raw, opencv_imgcodecs.IMREAD_COLOR)) {
                        assertThat(decoded.empty()).isFalse();
                    }
                }
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Soft noise, which compresses about as well as a drawing; the bytes written. */
    private static long draw(Path folder, int images) throws IOException {
        long written = 0;
        try (Mat noise = new Mat(SIDE, SIDE, opencv_core.CV_8UC3);
                Mat low = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(0));
                Mat high = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(255));
                Size blur = new Size(15, 15)) {
            opencv_core.randu(noise, low, high);
            opencv_imgproc.GaussianBlur(noise, noise, blur, 0);
            opencv_core.normalize(noise, noise, 0, 255, opencv_core.NORM_MINMAX, -1, new Mat());
            for (int i = 0; i < images; i++) {
                opencv_imgproc.circle(
                        noise, new Point(i * 37 % SIDE, i * 91 % SIDE), SIDE / 25, new Scalar(i % 256, 80, 200, 0));
                String extension = i % 10 < 7 ? ".jpg" : i % 10 < 9 ? ".png" : ".webp";
                try (BytePointer out = new BytePointer()) {
                    opencv_imgcodecs.imencode(extension, noise, out);
                    byte[] bytes = new byte[(int) out.limit()];
                    out.get(bytes);
                    written += bytes.length;
                    String name = "part" + i % 7 + "/image" + i;
                    Pictures.write(folder, name + extension, bytes);
                    Pictures.write(
                            folder, name + ".txt", "1girl, long hair, tag " + i % 500 + ", smile, hat, cat " + i % 31);
                }
            }
        }
        return written;
    }
}
