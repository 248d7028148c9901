package dev.fuda.tagger.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatasetImagesTest {

    @Test
    void sweepsWhatKilledProcessesHaveLeft() throws IOException {
        Path old = Files.createTempFile("fuda-image-", null);
        Path fresh = Files.createTempFile("fuda-image-", null);
        Path other = Files.createTempFile("other-image-", null);
        for (Path file : new Path[] {old, other}) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
        DatasetImages.sweep();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(other).exists();
        Files.delete(fresh);
        Files.delete(other);
    }
}
