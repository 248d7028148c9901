package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;

/**
 * A tag that what was typed may mean.
 *
 * @param matchedAlias the alias that was hit, null when the name itself was
 */
public record Suggestion(
        Tier tier, long id, String name, Category category, int count, String displayName, String matchedAlias) {

    /** How well it was hit; earlier is better, and within a tier the higher count comes first. */
    public enum Tier {
        /** The whole name, in any spelling. */
        EXACT_NAME,
        /** A whole alias, in any spelling. */
        EXACT_ALIAS,
        /** The start of the name or of an alias. */
        PREFIX,
        /** The start of a later word of the name. */
        WORD
    }
}
