package dev.fuda.tagger.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How images are fetched and retried. */
@ConfigMapping(prefix = "fuda.tagger")
public interface TaskSettings {

    /** Where the dataset service answers; images are fetched from nowhere else. */
    URI datasetUrl();

    /** Images that one worker takes at once and measures together. */
    @WithDefault("8")
    int batch();

    /** Bytes of the largest image file that is fetched. */
    @WithDefault("67108864")
    int maxBytes();

    /** How long one image may take to come. */
    @WithDefault("20s")
    Duration fetchDeadline();

    /** A worker that is silent for so long has ended; its images are taken over. */
    @WithDefault("30s")
    Duration lease();

    /** Wait before the second try of an image that can't be fetched for now; it doubles up to a minute. */
    @WithDefault("500ms")
    Duration backOff();

    /** After so long an image that still can't be fetched is given up. */
    @WithDefault("P1D")
    Duration giveUpAfter();

    /** Ended tasks are forgotten after so long. */
    @WithDefault("P30D")
    Duration retention();
}
