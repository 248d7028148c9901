package dev.fuda.dataset.scan;

/**
 * What a caption file holds, judged by its name.
 *
 * @param type tags, natural_language, social_media, instruction or description
 * @param subtype main for a file without a suffix, otherwise the suffix
 */
public record CaptionKind(String type, String subtype) {

    public static final CaptionKind MAIN = new CaptionKind("tags", "main");

    /** {@code extension} without the dot; {@code .caption} files hold a sentence by the custom of the trainers. */
    static CaptionKind of(String suffix, String extension) {
        if (suffix.isEmpty()) {
            return extension.equals("caption") ? new CaptionKind("natural_language", "caption") : MAIN;
        }
        return switch (suffix) {
            case "instruction" -> new CaptionKind("instruction", suffix);
            case "description" -> new CaptionKind("description", suffix);
            case "caption" -> new CaptionKind("natural_language", suffix);
            default -> new CaptionKind("tags", suffix);
        };
    }

    CaptionKind numbered(int number) {
        return new CaptionKind(type, subtype + "_" + number);
    }
}
