package dev.fuda.dataset.tagging;

import java.util.List;

/**
 * Which items to tag, and how.
 *
 * @param itemIds these items; without them those of {@code search}, without both all
 * @param search in the search language
 * @param modelName palette when missing
 * @param threshold 0 to 1, 0.35 when missing
 * @param mode add when missing
 * @param captionType the subtype of the tag caption, main when missing
 * @param categoryFilters categories to take, all when missing
 * @param applyTagDictionaryMapping true when missing
 */
public record AutoTagRequest(
        List<Long> itemIds,
        String search,
        String modelName,
        Double threshold,
        AutoTagOrder.Mode mode,
        String captionType,
        List<String> categoryFilters,
        Boolean applyTagDictionaryMapping) {}
