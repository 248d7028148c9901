package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A tag that what was typed may mean.
 *
 * @param matchedAlias the alias or translation that was hit, null when the name itself was
 * @param translated whether that is a translation
 * @param translation the first translation of the tag, null when it has none
 * @param mistakes how many mistakes in what was typed, in steps of a half: odd when only the beginning is meant; 0
 *     but for {@link Tier#TYPO}
 */
public record Suggestion(
        Tier tier,
        long id,
        String name,
        Category category,
        int count,
        String displayName,
        String matchedAlias,
        boolean translated,
        String translation,
        int mistakes) {

    /** The best first: by tier, then the fewest mistakes, the highest count, the bytes of the name. */
    static final Comparator<Suggestion> ORDER = Comparator.comparing(Suggestion::tier)
            .thenComparingInt(Suggestion::mistakes)
            .thenComparing(Comparator.comparingInt(Suggestion::count).reversed())
            .thenComparing(s -> s.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /** How well it was hit; earlier is better, and within a tier the higher count comes first. */
    public enum Tier {
        /** The whole name, in any spelling. */
        EXACT_NAME,
        /** A whole alias or translation, in any spelling. */
        EXACT_ALIAS,
        /** The start of the name, of an alias or of a translation. */
        PREFIX,
        /** The initials of its words, asked for by {@code /} before them. */
        ABBREVIATION,
        /** The start of a later word of the name. */
        WORD,
        /** The starts of words in another order. */
        WORDS,
        /** Inside of a word. */
        INSIDE,
        /** Something like it. */
        TYPO,
        /** What it means, in whatever words; see {@link Meaning}. */
        MEANING
    }

    /** The same tag, found by {@link Tier#MEANING}. */
    Suggestion byMeaning() {
        return new Suggestion(Tier.MEANING, id, name, category, count, displayName, null, false, translation, 0);
    }
}
