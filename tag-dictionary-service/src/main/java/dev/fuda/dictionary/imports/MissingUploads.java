package dev.fuda.dictionary.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells uploads that lie on the disk of another instance from those that are lost: after a while in which nobody took
 * the job, its file is nowhere.
 */
final class MissingUploads {

    private final Duration patience;
    private final Clock clock;
    private final Map<UUID, Instant> missing = new ConcurrentHashMap<>();

    MissingUploads(Duration patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /** Whether this instance has the upload of a waiting job, or is the one to say that nobody has. */
    boolean isHereOrLost(UUID job, Path upload) {
        if (Files.isReadable(upload)) {
            missing.remove(job);
            return true;
        }
        Instant now = clock.instant();
        // Of those that others took in the end nobody asks any more.
        missing.values().removeIf(since -> since.plus(patience.multipliedBy(2)).isBefore(now));
        return missing.computeIfAbsent(job, id -> now).plus(patience).isBefore(now);
    }
}
