package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.clean.TagCleaner;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text is cleaned without failing, and alone as in a batch. */
public final class TagCleanerFuzz {

    private TagCleanerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Claim.holds(TagCleaner.cleanFormats(List.of(text)).equals(List.of(TagCleaner.cleanFormat(text))), "formats");
        Claim.holds(TagCleaner.cleanTags(List.of(text)).equals(List.of(TagCleaner.cleanTags(text))), "tags");
        Claim.holds(TagCleaner.cleanCaptions(List.of(text)).equals(List.of(TagCleaner.cleanCaption(text))), "captions");
    }
}
