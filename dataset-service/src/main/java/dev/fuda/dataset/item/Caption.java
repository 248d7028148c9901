package dev.fuda.dataset.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One caption of an item.
 *
 * @param captionType tags, natural_language, social_media, instruction or description
 * @param captionSubtype main, alt, instruction, …
 * @param content the text as it stands in its file
 * @param source manual, txt_file, exif or auto_ and a model
 * @param sourceField the metadata field it was read from, or null
 * @param path its file relative to the dataset, or null when it has none
 * @param unsaved whether it was edited here and the file does not have the edit yet
 * @param conflict the file's text when both were changed, or null
 */
public record Caption(
        long id,
        String captionType,
        String captionSubtype,
        String content,
        @Nullable String language,
        String source,
        @Nullable String sourceField,
        @Nullable String path,
        boolean unsaved,
        @Nullable String conflict,
        Instant createdAt,
        Instant updatedAt) {}
