package dev.fuda.dataset.item;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An image of a dataset, or images that belong together, with its tags.
 *
 * @param itemType single, pair or group
 * @param imagePath of the primary image on this machine
 * @param relativePath of the primary image, below the dataset
 * @param imageSuffix source, target, … or empty
 * @param width pixels as shown
 * @param height pixels as shown
 * @param fileSize bytes
 * @param imageHash SHA-256 of the primary image
 * @param relatedImages all images by suffix, the primary one included; empty for a single image
 * @param captionPaths caption files by subtype
 * @param tags by caption subtype
 * @param tagCount distinct tags over all captions
 * @param version raised by every change; send it back when editing
 */
public record DatasetItem(
        long id,
        long datasetId,
        String itemType,
        String baseName,
        String imagePath,
        String relativePath,
        String imageSuffix,
        int width,
        int height,
        long fileSize,
        String imageHash,
        Map<String, RelatedImage> relatedImages,
        Map<String, String> captionPaths,
        Map<String, List<Tag>> tags,
        int tagCount,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
