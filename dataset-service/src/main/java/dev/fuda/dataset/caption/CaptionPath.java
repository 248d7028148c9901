package dev.fuda.dataset.caption;

import java.util.Set;

/** Where a caption that has no file yet gets one: where the next scan will look for it. */
final class CaptionPath {

    private CaptionPath() {}

    /**
     * The path below the dataset, or null for a caption that lives in the database alone because no file name stands for
     * its kind.
     *
     * @param image the primary image's path below the dataset
     * @param suffixes the endings of caption files that the dataset knows
     */
    static String of(String image, CaptionState.Key key, Set<String> suffixes) {
        int dot = image.lastIndexOf('.');
        String stem = dot > image.lastIndexOf('/') + 1 ? image.substring(0, dot) : image;
        String usual = switch (key.subtype()) {
            case "instruction", "description" -> key.subtype();
            case "caption" -> "natural_language";
            default -> "tags";
        };
        if (!usual.equals(key.type())) {
            return null;
        }
        if (key.subtype().equals("main")) {
            return stem + ".txt";
        }
        return suffixes.contains(key.subtype()) ? stem + "_" + key.subtype() + ".txt" : null;
    }
}
