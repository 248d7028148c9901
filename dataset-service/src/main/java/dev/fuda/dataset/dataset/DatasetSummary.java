package dev.fuda.dataset.dataset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A dataset in a list; the fields are those of {@link Dataset}. */
public record DatasetSummary(
        long id,
        String name,
        String path,
        long totalImages,
        long totalItems,
        long totalCaptions,
        long itemsWithoutCaption,
        long problems,
        Instant indexedAt,
        Instant updatedAt,
        List<Long> coverItemIds,
        UUID activeJobId) {

    static DatasetSummary of(Dataset dataset) {
        return new DatasetSummary(
                dataset.id(),
                dataset.name(),
                dataset.path(),
                dataset.totalImages(),
                dataset.totalItems(),
                dataset.totalCaptions(),
                dataset.itemsWithoutCaption(),
                dataset.problems(),
                dataset.indexedAt(),
                dataset.updatedAt(),
                dataset.coverItemIds(),
                dataset.activeJobId());
    }
}
