package dev.fuda.dataset.scan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which endings of a file name say what the file is: {@code portrait_source.webp} is the {@code source} image of
 * {@code portrait}, {@code portrait_instruction.txt} its {@code instruction}. Suffixes compare without case.
 *
 * @param imageSuffixes endings of images, in the order in which a primary image is looked for
 * @param captionSuffixes endings of caption files
 */
public record SuffixRules(Set<String> imageSuffixes, Set<String> captionSuffixes) {

    /** The endings that every dataset knows. */
    public static final List<String> KNOWN_IMAGE_SUFFIXES = List.of("target", "source", "cref", "mask");

    public static final List<String> KNOWN_CAPTION_SUFFIXES =
            List.of("main", "alt", "tags", "caption", "description", "instruction");

    /** The known suffixes and the ones that a person added; those of the person come after the known ones. */
    public static SuffixRules with(List<String> imageSuffixes, List<String> captionSuffixes) {
        return new SuffixRules(
                union(KNOWN_IMAGE_SUFFIXES, imageSuffixes), union(KNOWN_CAPTION_SUFFIXES, captionSuffixes));
    }

    /** Rules under which every image stands for itself, whatever its name ends in. */
    public SuffixRules withoutImageSuffixes() {
        return new SuffixRules(Set.of(), captionSuffixes);
    }

    /** A name split at its last known suffix; {@code suffix} is empty when there is none. */
    public record Parts(String base, String suffix) {}

    public Parts splitImage(String stem) {
        return split(stem, imageSuffixes);
    }

    public Parts splitCaption(String stem) {
        return split(stem, captionSuffixes);
    }

    private static Parts split(String stem, Set<String> suffixes) {
        // The longest suffix wins: with "ref" and "color_ref" given, "a_color_ref" is the "color_ref" of "a".
        for (int at = stem.indexOf('_', 1); at > 0; at = stem.indexOf('_', at + 1)) {
            String suffix = stem.substring(at + 1).toLowerCase(Locale.ROOT);
            if (suffixes.contains(suffix)) {
                return new Parts(stem.substring(0, at), suffix);
            }
        }
        return new Parts(stem, "");
    }

    private static Set<String> union(List<String> known, List<String> given) {
        Set<String> all = new LinkedHashSet<>(known);
        given.stream().map(s -> s.strip().toLowerCase(Locale.ROOT)).forEach(all::add);
        return all;
    }
}
