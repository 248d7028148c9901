package dev.fuda.dataset.item;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one item: a {@link DatasetItem} with its captions, metadata and problems.
 *
 * @param exifData fields by directory, or null when metadata was not read or there is none
 */
public record DatasetItemDetail(
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
        Instant updatedAt,
        List<Caption> captions,
        @Nullable Map<String, Map<String, String>> exifData,
        List<ItemProblem> problems) {

    static DatasetItemDetail of(
            DatasetItem item,
            List<Caption> captions,
            Map<String, Map<String, String>> exif,
            List<ItemProblem> problems) {
        return new DatasetItemDetail(
                item.id(),
                item.datasetId(),
                item.itemType(),
                item.baseName(),
                item.imagePath(),
                item.relativePath(),
                item.imageSuffix(),
                item.width(),
                item.height(),
                item.fileSize(),
                item.imageHash(),
                item.relatedImages(),
                item.captionPaths(),
                item.tags(),
                item.tagCount(),
                item.version(),
                item.createdAt(),
                item.updatedAt(),
                captions,
                exif,
                problems);
    }
}
