package dev.fuda.dataset.dataset;

import dev.fuda.dataset.scan.ScanSettings;
import dev.fuda.kernel.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person says about a dataset; everything but name and path may be left out.
 *
 * @param name 1 to 100 characters, not used by another dataset
 * @param path a folder inside of the allowed roots
 * @param captionSuffixes endings of caption files beside the known ones
 * @param imageSuffixes endings of images beside the known ones
 * @param recursive whether folders in the folder belong to it; true when left out
 * @param maxDepth levels of folders, 1 to 100; all when left out
 * @param readExif whether EXIF, XMP, IPTC and PNG text are read; false when left out
 */
public record DatasetDraft(
        String name,
        String path,
        DatasetType datasetType,
        List<String> captionSuffixes,
        List<String> imageSuffixes,
        Boolean recursive,
        Integer maxDepth,
        Boolean readExif) {

    private static final Pattern SUFFIX = Pattern.compile("[\\p{L}\\p{N}_-]{1,32}");
    private static final int MOST_SUFFIXES = 20;
    private static final int DEEPEST = 100;

    /** The name, checked. */
    String checkedName() {
        String checked = name == null ? "" : name.strip();
        if (checked.isEmpty() || checked.length() > 100 || checked.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("bad-name", "A dataset needs a name of 1 to 100 characters.")
                    .field("name", "1 to 100 characters");
        }
        return checked;
    }

    List<String> checkedCaptionSuffixes() {
        return checked("caption_suffixes", captionSuffixes);
    }

    List<String> checkedImageSuffixes() {
        return checked("image_suffixes", imageSuffixes);
    }

    DatasetType typeOrAuto() {
        return datasetType == null ? DatasetType.AUTO : datasetType;
    }

    boolean recursiveOrDefault() {
        return recursive == null || recursive;
    }

    boolean readExifOrDefault() {
        return readExif != null && readExif;
    }

    Integer checkedMaxDepth() {
        if (maxDepth != null && (maxDepth < 1 || maxDepth > DEEPEST)) {
            throw Problem.badRequest("bad-depth", "max_depth must be between 1 and 100, or left out for no limit.")
                    .field("max_depth", "1 to 100");
        }
        return maxDepth;
    }

    /** What a scan with these settings does. */
    ScanSettings scanSettings() {
        return ScanSettings.of(
                typeOrAuto().name().toLowerCase(Locale.ROOT),
                checkedImageSuffixes(),
                checkedCaptionSuffixes(),
                recursiveOrDefault() ? checkedMaxDepth() : Integer.valueOf(1),
                readExifOrDefault());
    }

    private static List<String> checked(String field, List<String> suffixes) {
        if (suffixes == null) {
            return List.of();
        }
        List<String> stripped = suffixes.stream()
                .map(suffix -> suffix == null ? "" : suffix.strip())
                .map(suffix -> suffix.startsWith("_") ? suffix.substring(1) : suffix)
                .filter(suffix -> !suffix.isEmpty())
                .distinct()
                .toList();
        if (stripped.size() > MOST_SUFFIXES
                || !stripped.stream().allMatch(s -> SUFFIX.matcher(s).matches())) {
            throw Problem.badRequest(
                            "bad-suffix",
                            "A suffix has 1 to 32 letters, digits, - or _; there can be at most " + MOST_SUFFIXES + ".")
                    .field(field, "letters, digits, - and _");
        }
        return stripped;
    }
}
