package dev.fuda.dataset.scan;

import java.util.List;

/**
 * How a dataset's folder is read.
 *
 * @param pairs whether an image without a partner is worth a note
 * @param maxDepth levels of folders, 1 for the folder itself
 * @param readExif whether metadata of images is read
 */
public record ScanSettings(SuffixRules rules, boolean pairs, int maxDepth, boolean readExif) {

    /**
     * From the settings of a dataset.
     *
     * @param type auto, single or pairs
     * @param depth levels of folders, null for all
     */
    public static ScanSettings of(
            String type, List<String> imageSuffixes, List<String> captionSuffixes, Integer depth, boolean readExif) {
        SuffixRules rules = SuffixRules.with(imageSuffixes, captionSuffixes);
        return new ScanSettings(
                type.equals("single") ? rules.withoutImageSuffixes() : rules,
                type.equals("pairs"),
                depth == null ? Integer.MAX_VALUE : depth,
                readExif);
    }
}
