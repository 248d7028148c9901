package dev.fuda.tagger.task;

import dev.fuda.tagger.model.Scores;

/** What a try of a task came to. */
sealed interface Outcome {

    /** The image has scores. */
    record Tagged(Scores scores) implements Outcome {}

    /** It never will; the reason is for people. */
    record Failed(String reason) implements Outcome {}

    /** Not now, for a reason that may pass. */
    record Postponed(String reason) implements Outcome {}
}
