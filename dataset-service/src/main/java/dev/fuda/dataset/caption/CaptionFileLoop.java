package dev.fuda.dataset.caption;

import dev.fuda.dataset.scan.AllowedRoots;
import dev.fuda.kernel.loop.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Writes the files that a request did not get to: after a crash, after a failure, and those of bulk changes. */
@ApplicationScoped
public class CaptionFileLoop {

    private static final int BATCH = 100;
    private static final int FILES_AT_ONCE = 50;
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CaptionFileWriter writer;
    private Loop loop;

    CaptionFileLoop(CaptionFileWriter writer) {
        this.writer = writer;
    }

    @Produces
    @Singleton
    static CaptionFiles captionFiles(AllowedRoots roots) {
        return new CaptionFiles(roots::contains);
    }

    void start(@Observes StartupEvent started) {
        loop = new Loop("caption files", this::writeSome);
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
    }

    CaptionLook look() {
        return writer.look();
    }

    /** A few files are written before the answer, many behind it. A file that fails is tried again. */
    Uni<Void> follow(List<Long> captions) {
        if (captions.size() > FILES_AT_ONCE) {
            loop.wake();
            return Uni.createFrom().voidItem();
        }
        return writer.write(captions).onFailure().recoverWithUni(failure -> {
            loop.wake();
            return Uni.createFrom().voidItem();
        });
    }

    private Duration writeSome() {
        List<Long> captions = writer.waiting(BATCH).await().atMost(PATIENCE);
        writer.write(captions).await().atMost(PATIENCE);
        return captions.size() < BATCH ? QUIET : Duration.ZERO;
    }
}
