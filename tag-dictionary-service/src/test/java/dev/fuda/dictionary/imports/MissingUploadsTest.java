package dev.fuda.dictionary.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingUploadsTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final MissingUploads missing = new MissingUploads(Duration.ofHours(1), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void whatIsHereCanRun() throws IOException {
        assertThat(missing.isHereOrLost(UUID.randomUUID(), Files.createFile(folder.resolve("a"))))
                .isTrue();
    }

    @Test
    void whatIsElsewhereIsLeftToOthersUntilItCountsAsLost() throws IOException {
        UUID job = UUID.randomUUID();
        Path upload = folder.resolve("b");
        assertThat(missing.isHereOrLost(job, upload)).isFalse();
        now = now.plus(Duration.ofMinutes(60));
        assertThat(missing.isHereOrLost(job, upload)).isFalse();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(missing.isHereOrLost(job, upload)).isTrue();
        assertThat(missing.isHereOrLost(UUID.randomUUID(), upload)).isFalse();
    }

    @Test
    void aFileThatCameBackIsNotCountedFromItsFirstAbsence() throws IOException {
        UUID job = UUID.randomUUID();
        Path upload = folder.resolve("c");
        assertThat(missing.isHereOrLost(job, upload)).isFalse();
        Files.createFile(upload);
        assertThat(missing.isHereOrLost(job, upload)).isTrue();
        Files.delete(upload);
        now = now.plus(Duration.ofMinutes(61));
        assertThat(missing.isHereOrLost(job, upload)).isFalse();
    }
}
