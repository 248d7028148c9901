package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds tags by what a text means, such as {@code girl holding umbrella in rain}. Who has embeddings gives one; without
 * one nothing is found by meaning.
 */
public interface Meaning {

    /**
     * Names of tags, the nearest first. Who takes too long, or fails, is not waited for.
     *
     * @param text of at least two words
     * @param category only tags of this one, or null for all
     */
    CompletionStage<List<String>> near(String text, @Nullable Category category, int limit);
}
