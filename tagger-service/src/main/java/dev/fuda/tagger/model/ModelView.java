package dev.fuda.tagger.model;

import java.util.List;

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
        String version,
        State state,
        String reason,
        boolean builtIn,
        int tagCount,
        List<String> categories,
        Input input,
        String description,
        Float defaultThreshold) {

    /** Whether a model can be asked. */
    public enum State {
        READY,
        LOADING,
        UNAVAILABLE
    }

    /** The input of a model: pixels and the order of its axes. */
    public record Input(int width, int height, String layout) {}

    static ModelView of(ModelRegistry.Entry entry) {
        return switch (entry.tagger().state()) {
            case RUNNING -> absent(entry, State.LOADING, null);
            case SUCCESS -> ready(entry.tagger().resultNow().spec());
            case FAILED, CANCELLED ->
                absent(entry, State.UNAVAILABLE, entry.tagger().exceptionNow().getMessage());
        };
    }

    private static ModelView absent(ModelRegistry.Entry entry, State state, String reason) {
        return new ModelView(entry.name(), null, state, reason, entry.builtIn(), 0, List.of(), null, null, null);
    }

    private static ModelView ready(ModelSpec spec) {
        return new ModelView(
                spec.name(),
                spec.version(),
                State.READY,
                null,
                spec.builtIn(),
                spec.labels().size(),
                spec.categories(),
                new Input(
                        spec.input().width(),
                        spec.input().height(),
                        spec.input().layout().name()),
                spec.description(),
                spec.defaultThreshold());
    }
}
