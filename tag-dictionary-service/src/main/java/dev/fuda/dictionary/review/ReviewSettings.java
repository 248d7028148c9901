package dev.fuda.dictionary.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What becomes of names that taggers find and the dictionary does not know. */
@ConfigMapping(prefix = "fuda.review")
public interface ReviewSettings {

    /** Whether they are added and wait for a person; a model with labels of another site would bring in thousands. */
    @WithDefault("true")
    boolean detect();

    /** From which score on, 0 to 1; below, a model is guessing. */
    @WithDefault("0.5")
    double leastScore();
}
