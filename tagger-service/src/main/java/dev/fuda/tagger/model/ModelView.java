package dev.fuda.tagger.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as people and programs see it.
 *
 * @param version null until it is loaded
 * @param reason why it is unavailable, or null
 * @param builtIn whether it comes with Fuda
 * @param tagCount how many tags it knows; 0 until it is loaded
 * @param categories the categories of its tags
 * @param input the size and layout of its input, or null until it is loaded
 * @param defaultThreshold the score from which its own program chooses a tag
 */
public record ModelView(
        String name,
        @Nullable String version,
        ModelState state,
        @Nullable String reason,
        boolean builtIn,
        int tagCount,
        List<String> categories,
        @Nullable ModelInput input,
        @Nullable String description,
        @Nullable Float defaultThreshold) {

    /** Whether a model can be asked. */
    public enum ModelState {
        READY,
        LOADING,
        UNAVAILABLE
    }

    /** The input of a model: pixels and the order of its axes. */
    public record ModelInput(int width, int height, String layout) {}

    static ModelView of(ModelRegistry.Entry entry) {
        return switch (entry.tagger().state()) {
            case RUNNING -> absent(entry, ModelState.LOADING, null);
            case SUCCESS -> ready(entry.tagger().resultNow().spec());
            case FAILED, CANCELLED ->
                absent(
                        entry,
                        ModelState.UNAVAILABLE,
                        entry.tagger().exceptionNow().getMessage());
        };
    }

    private static ModelView absent(ModelRegistry.Entry entry, ModelState state, String reason) {
        return new ModelView(entry.name(), null, state, reason, entry.builtIn(), 0, List.of(), null, null, null);
    }

    private static ModelView ready(ModelSpec spec) {
        return new ModelView(
                spec.name(),
                spec.version(),
                ModelState.READY,
                null,
                spec.builtIn(),
                spec.labels().size(),
                spec.categories(),
                new ModelInput(
                        spec.input().width(),
                        spec.input().height(),
                        spec.input().layout().name()),
                spec.description(),
                spec.defaultThreshold());
    }
}
