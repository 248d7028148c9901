package dev.fuda.dataset.caption;

import dev.fuda.dataset.scan.SuffixRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An item with its captions, as the database has them.
 *
 * @param root the dataset's folder
 * @param image the primary image's path below it
 * @param captionSuffixes endings of caption files that the dataset knows besides the usual ones
 */
public record ItemState(
        long id,
        long datasetId,
        Path root,
        String image,
        int version,
        List<String> captionSuffixes,
        List<StoredCaption> captions) {

    /**
     * A caption with what is known of its file.
     *
     * @param baseHash SHA-256 of the file when last read or written, null when there was none
     * @param dirty whether the file does not have the caption's text yet
     */
    public record StoredCaption(long id, CaptionState state, String baseHash, boolean dirty) {}

    public Optional<StoredCaption> caption(CaptionState.Key key) {
        return captions.stream()
                .filter(caption -> caption.state().key().equals(key))
                .findFirst();
    }

    /** The name of the image's file. */
    public String name() {
        return image.substring(image.lastIndexOf('/') + 1);
    }

    /** The caption as it stands, or an empty one that gets a file where scans look for it. */
    public CaptionState captionOrNew(CaptionState.Key key) {
        return caption(key)
                .map(StoredCaption::state)
                .orElseGet(() ->
                        new CaptionState(key.type(), key.subtype(), "", null, "manual", null, null, null, List.of()));
    }

    /** Where this caption's file is or will be; null when it has none. */
    String pathOf(CaptionState state) {
        Set<String> suffixes = SuffixRules.with(List.of(), captionSuffixes).captionSuffixes();
        return state.path() != null ? state.path() : CaptionPath.of(image, state.key(), suffixes);
    }
}
