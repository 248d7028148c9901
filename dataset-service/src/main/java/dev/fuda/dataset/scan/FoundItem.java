package dev.fuda.dataset.scan;

import java.util.Map;

/**
 * An image, or images that belong together, with their caption files: what one dataset item is made of on disk.
 *
 * @param baseName the name without suffix and extension
 * @param groupKey what makes it the same item in the next scan: folder and base name
 * @param primary the suffix of the image that stands for the item, a key of {@code images}
 * @param images by suffix; {@code ""} for an image without one
 * @param captions in the order of their names
 */
public record FoundItem(
        String baseName,
        String groupKey,
        String primary,
        Map<String, FoundFile> images,
        Map<CaptionKind, FoundFile> captions) {

    public FoundFile primaryImage() {
        return images.get(primary);
    }

    /** {@code single}, {@code pair} or {@code group}, by the number of images. */
    public static String typeOf(int images) {
        return switch (images) {
            case 1 -> "single";
            case 2 -> "pair";
            default -> "group";
        };
    }
}
