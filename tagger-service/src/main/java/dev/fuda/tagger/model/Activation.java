package dev.fuda.tagger.model;

/** How the numbers of a model become scores in 0..1. */
public enum Activation {
    /** They are scores already. */
    NONE,
    /** They are logits: NaN counts as 0, infinities as ±100, then the logistic function, as cl_tagger does. */
    SIGMOID;

    float score(float raw) {
        float finite = Float.isNaN(raw) ? 0 : Math.clamp(raw, -100f, 100f);
        return switch (this) {
            case NONE -> Math.clamp(finite, 0f, 1f);
            case SIGMOID -> {
                // The form without overflow for either sign.
                double power = Math.exp(-Math.abs((double) finite));
                yield (float) (finite >= 0 ? 1 / (1 + power) : power / (1 + power));
            }
        };
    }
}
