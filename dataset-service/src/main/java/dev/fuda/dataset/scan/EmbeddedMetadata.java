package dev.fuda.dataset.scan;

import java.util.List;
import java.util.Map;

/**
 * What an image says about itself.
 *
 * @param orientation EXIF orientation, 1 to 8; 1 when there is none
 * @param fields readable fields by directory and name, without binary ones; long texts are cut
 * @param captions the fields that are captions, in the order of the specification's table
 * @param unreadable why a block of metadata was left out, or null
 */
public record EmbeddedMetadata(
        int orientation, Map<String, Map<String, String>> fields, List<EmbeddedCaption> captions, String unreadable) {

    public static final EmbeddedMetadata NONE = new EmbeddedMetadata(1, Map.of(), List.of(), null);

    /**
     * A caption found in a metadata field.
     *
     * @param content for type {@code tags}: the tags between commas
     */
    public record EmbeddedCaption(CaptionKind kind, String field, String content) {}

    /** Orientations 5 to 8 turn the picture by a quarter. */
    boolean swapsSides() {
        return orientation >= 5;
    }
}
