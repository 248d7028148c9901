package dev.fuda.dataset.fuzz;

import dev.fuda.dataset.caption.TagStyle;
import dev.fuda.dataset.caption.TagText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A caption edited to its own tags is the same to the last character; edited to others, it reads back as those. */
public final class TagTextFuzz {

    private TagTextFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        TagText file = TagText.parse(text, TagStyle.DEFAULT);
        List<String> tags = file.tags();
        if (!file.edit(tags).equals(text)) {
            throw new AssertionError("The text changed without an edit");
        }
        readsBack(file, List.of());
        if (!tags.isEmpty()) {
            readsBack(file, tags.subList(1, tags.size()));
            List<String> reversed = new ArrayList<>(tags);
            Collections.reverse(reversed);
            readsBack(file, reversed);
        }
        if (!tags.contains("a_(new)")) {
            List<String> more = new ArrayList<>(tags);
            more.add(tags.size() / 2, "a_(new)");
            readsBack(file, more);
        }
    }

    private static void readsBack(TagText file, List<String> wanted) {
        String edited = file.edit(wanted);
        TagText again = TagText.parse(edited, TagStyle.DEFAULT);
        if (!again.tags().equals(wanted) || !again.unfit().equals(file.unfit())) {
            throw new AssertionError(wanted + " is written '" + edited + "', which is " + again.tags());
        }
    }
}
