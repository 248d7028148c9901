package dev.fuda.dataset.scan;

import java.util.List;
import java.util.Map;

/**
 * What reading the files of one item gave.
 *
 * @param known the item in the index, or null
 * @param images by suffix, without the broken ones; empty when none is usable
 * @param primary the suffix of the image that stands for the item; null when there is none
 * @param exif fields of the primary image; null when it was not read again
 * @param unchanged whether the index already says all this
 */
record ItemReading(
        FoundItem item,
        KnownItem known,
        Map<String, ImageRow> images,
        String primary,
        Map<String, Map<String, String>> exif,
        List<CaptionChange> captions,
        List<FileProblem> problems,
        boolean unchanged) {

    boolean isUsable() {
        return !images.isEmpty();
    }

    ImageRow primaryImage() {
        return images.get(primary);
    }

    /** Whether another service has to look at the image: it is new, or not the one it was. */
    boolean imageChanged() {
        if (known == null || known.missing()) {
            return true;
        }
        ImageRow before = known.images().get(primary);
        return before == null || !before.sha256().equals(primaryImage().sha256());
    }
}
