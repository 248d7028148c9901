package dev.fuda.tagger.model;

/**
 * One tag that a model answers with.
 *
 * @param tag the tag in Fuda's form, {@code lower_case_with_underscores}, without escapes
 * @param category Danbooru's category in lower case, or {@code rating}, {@code quality}, {@code model}
 * @param shown the tag as the model's own program prints it
 */
public record Label(String tag, String category, String shown) {}
