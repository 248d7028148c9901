package dev.fuda.dataset.dataset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A registered folder of images, with its settings and counts.
 *
 * @param path absolute, symbolic links resolved
 * @param totalItems images, where a pair or group counts once
 * @param itemsWithoutCaption items that have no caption with text
 * @param problems files that the latest scan could not use, or used with a reservation
 * @param indexedAt when a scan last reached its end, or null
 * @param coverItemIds at most four items to show it by
 * @param activeJobId the scan that is queued or running, or null
 * @param maxDepth levels of folders, 1 for the folder itself; null for all
 * @param indexJobId the latest scan, or null
 */
public record Dataset(
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
        UUID activeJobId,
        List<String> captionSuffixes,
        List<String> imageSuffixes,
        DatasetType datasetType,
        boolean recursive,
        Integer maxDepth,
        boolean readExif,
        Instant createdAt,
        UUID indexJobId) {}
