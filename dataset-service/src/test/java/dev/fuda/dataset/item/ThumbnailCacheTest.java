package dev.fuda.dataset.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailCacheTest {

    @Test
    void theOldestGoWhenThereIsTooMuch(@TempDir Path folder) throws IOException {
        ThumbnailCache cache = new ThumbnailCache(folder, 1_000);
        for (int i = 0; i < 12; i++) {
            Path file = cache.path("ab" + i);
            cache.write(file, new byte[100]);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * i));
        }

        assertThat(cache.clean()).isEqualTo(800);
        assertThat(names(folder))
                .containsExactlyInAnyOrder(
                        "ab4.jpg", "ab5.jpg", "ab6.jpg", "ab7.jpg", "ab8.jpg", "ab9.jpg", "ab10.jpg", "ab11.jpg");
        assertThat(cache.clean()).isEqualTo(800);
    }

    @Test
    void nothingToCleanIsFine(@TempDir Path folder) throws IOException {
        assertThat(new ThumbnailCache(folder.resolve("none"), 10).clean()).isZero();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
