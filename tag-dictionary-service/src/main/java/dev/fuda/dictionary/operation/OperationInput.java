package dev.fuda.dictionary.operation;

import dev.fuda.dictionary.name.TagName;
import dev.fuda.kernel.problem.Problem;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done.
 *
 * @param tag the tag (or, for an alias, the name) that it is done to
 * @param target the tag it leads to; for a rename the new name; not for a deletion
 * @param applyToDatasets whether datasets follow; by default they do, except for a deletion
 * @param keepAlias for a rename: whether the old name stays as an alias, by default it does
 */
@Schema(name = "DictionaryOperationRequest")
public record OperationInput(
        @Schema(
                enumeration = {"alias", "rename", "merge", "deprecate", "implication", "unimply", "delete"},
                required = true)
        String kind,

        @Schema(maxLength = 255, required = true) String tag,
        @Schema(maxLength = 255) @Nullable String target,
        @Nullable Boolean applyToDatasets,
        @Nullable Boolean keepAlias) {

    /** The checked values; {@code target} is null where there is none. */
    public record Order(OperationKind kind, String tag, String target, boolean applyToDatasets, boolean keepAlias) {

        public static Order delete(String tag, boolean fromDatasets) {
            return new Order(OperationKind.DELETE, tag, null, fromDatasets, false);
        }

        /** Datasets follow, and the old name stays as an alias. */
        public static Order rename(String tag, String name) {
            return new Order(OperationKind.RENAME, tag, name, true, true);
        }

        /** With nothing in its place. */
        public static Order deprecate(String tag) {
            return new Order(OperationKind.DEPRECATE, tag, null, true, false);
        }

        /** Items keep what they got by the implication. */
        public static Order unimply(String tag, String implied) {
            return new Order(OperationKind.UNIMPLY, tag, implied, true, false);
        }

        /** Whether items change: nothing stands in the place of a tag that is deprecated without a replacement. */
        boolean reachesDatasets() {
            return applyToDatasets
                    && switch (kind) {
                        case ALIAS, RENAME, MERGE, IMPLICATION, DELETE -> true;
                        case DEPRECATE -> target != null;
                        case UNIMPLY -> false;
                    };
        }

        String title() {
            return switch (kind) {
                case ALIAS -> "Alias " + tag + " to " + target;
                case RENAME -> "Rename " + tag + " to " + target;
                case MERGE -> "Merge " + tag + " into " + target;
                case DEPRECATE -> target == null ? "Deprecate " + tag : "Deprecate " + tag + " in favour of " + target;
                case IMPLICATION -> tag + " implies " + target;
                case UNIMPLY -> tag + " no longer implies " + target;
                case DELETE -> "Delete " + tag;
            };
        }
    }

    /** Checks every field and names all that are wrong in one problem. */
    Order check() {
        Problem problem = Problem.badRequest("bad-operation", "This can't be done as it is asked; see the fields.");
        OperationKind which = kind(problem);
        String from = name("tag", tag, problem);
        boolean without = which == OperationKind.DELETE || which == OperationKind.DEPRECATE;
        String to = target == null || target.isBlank() ? null : name("target", target, problem);
        if (to == null
                && !without
                && problem.errors().stream().noneMatch(e -> e.field().equals("target"))) {
            problem.field("target", "required");
        }
        if (which == OperationKind.DELETE && target != null && !target.isBlank()) {
            problem.field("target", "a deletion has none; merge the tag to replace it");
        }
        if (from != null && from.equals(to)) {
            problem.field("target", "must differ from tag");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        boolean datasets = applyToDatasets == null ? which != OperationKind.DELETE : applyToDatasets;
        return new Order(which, from, to, datasets, !Boolean.FALSE.equals(keepAlias));
    }

    private OperationKind kind(Problem problem) {
        try {
            return OperationKind.valueOf(kind == null ? "" : kind.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problem.field("kind", "one of alias, rename, merge, deprecate, implication, unimply, delete");
            return null;
        }
    }

    private static String name(String field, String text, Problem problem) {
        try {
            return TagName.of(text);
        } catch (IllegalArgumentException e) {
            problem.field(field, e.getMessage());
            return null;
        }
    }
}
