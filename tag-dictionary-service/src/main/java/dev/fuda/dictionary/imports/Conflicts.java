package dev.fuda.dictionary.imports;

import dev.fuda.kernel.problem.Problem;
import java.util.Locale;

/** What an import does with a tag that exists already. Tags of the starter dictionary always give way. */
public enum Conflicts {
    /** It stays as it is. */
    SKIP,
    /** Count and category come from the file, and display name and description where the file has them. */
    UPDATE,
    /** The file's aliases are added, the higher count wins, empty display name and description are filled. */
    MERGE;

    /** @throws Problem (400) if the text is none of them */
    public static Conflicts parse(String text) {
        for (Conflicts each : values()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw Problem.badRequest(
                        "bad-conflict-resolution",
                        "conflict_resolution must be skip, update or merge, not '" + text + "'.")
                .field("conflict_resolution", "skip, update or merge");
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
