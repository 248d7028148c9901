package dev.fuda.dictionary.operation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an operation touches.
 *
 * @param tags of the dictionary
 * @param datasetsKnown false when the dataset service did not answer; then the numbers below are null
 * @param datasets that hold such items
 * @param items whose tags are written differently; none where datasets do not follow
 * @param savedSearches that name the tag
 */
@Schema(name = "DictionaryOperationImpact")
public record Impact(
        int tags,
        int aliases,
        int groups,
        int implications,
        int translations,
        boolean datasetsKnown,
        @Nullable Long datasets,
        @Nullable Long items,
        @Nullable Long savedSearches) {

    static Impact of(Diff diff) {
        return new Impact(
                diff.count(Table.TAG),
                diff.count(Table.TAG_ALIAS),
                diff.count(Table.TAG_GROUP),
                diff.count(Table.TAG_IMPLICATION),
                diff.count(Table.TAG_TRANSLATION),
                false,
                null,
                null,
                null);
    }

    Impact with(long inDatasets, long itemsThere, long searches) {
        return new Impact(tags, aliases, groups, implications, translations, true, inDatasets, itemsThere, searches);
    }
}
