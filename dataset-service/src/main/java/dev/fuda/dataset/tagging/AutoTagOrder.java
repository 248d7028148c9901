package dev.fuda.dataset.tagging;

import dev.fuda.kernel.problem.Problem;
import java.util.List;
import java.util.Locale;

/**
 * What a tagging job was asked to do; the parameters of the job.
 *
 * @param dataset all items are of this one
 * @param modelName of the tagger
 * @param threshold least score of a tag, 0 to 1
 * @param mode what becomes of the tags that are there
 * @param captionType the subtype of the tag caption: main, alt, …
 * @param categoryFilters categories to take, in lower case; empty for all
 * @param applyTagDictionaryMapping whether names go through the dictionary (aliases)
 * @param author who asked
 */
record AutoTagOrder(
        long dataset,
        String modelName,
        double threshold,
        Mode mode,
        String captionType,
        List<String> categoryFilters,
        boolean applyTagDictionaryMapping,
        String author) {

    /** What becomes of the tags that an item has already. */
    public enum Mode {
        /** They go, except those that the model gives as well. */
        REPLACE,
        /** They stay; new ones come behind them. */
        ADD,
        /** Items that have any are left alone. */
        SKIP
    }

    /** @throws Problem when something is missing or out of range */
    static AutoTagOrder of(long dataset, AutoTagRequest request, String author) {
        double threshold = request.threshold() == null ? 0.35 : request.threshold();
        if (!(threshold >= 0 && threshold <= 1)) {
            throw Problem.badRequest("bad-threshold", "threshold must be between 0 and 1, not " + threshold + ".")
                    .field("threshold", "0 to 1");
        }
        String model = text(request.modelName(), "palette", "model_name");
        String subtype = text(request.captionType(), "main", "caption_type");
        List<String> categories = request.categoryFilters() == null ? List.of() : request.categoryFilters();
        if (categories.size() > 50 || categories.stream().anyMatch(c -> c == null || c.length() > 50)) {
            throw Problem.badRequest("bad-categories", "category_filters are at most 50 names of categories.")
                    .field("category_filters", "at most 50 names");
        }
        return new AutoTagOrder(
                dataset,
                model,
                threshold,
                request.mode() == null ? Mode.ADD : request.mode(),
                subtype,
                categories.stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList(),
                request.applyTagDictionaryMapping() == null || request.applyTagDictionaryMapping(),
                author);
    }

    private static String text(String given, String missing, String field) {
        String text = given == null || given.isBlank() ? missing : given.strip();
        if (!text.matches("[\\p{L}\\p{N}_.-]{1,64}")) {
            throw Problem.badRequest(
                            "bad-" + field.replace('_', '-'),
                            field + " has 1 to 64 letters, digits, dots, underscores and hyphens.")
                    .field(field, "is not usable");
        }
        return text;
    }

    /** The name under which the tags of this model are known. */
    String source() {
        return "auto_" + modelName;
    }

    String title() {
        return "Tagged with " + modelName + " (from " + threshold + ", "
                + mode.name().toLowerCase(Locale.ROOT) + ")";
    }
}
