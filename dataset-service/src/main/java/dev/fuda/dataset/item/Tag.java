package dev.fuda.dataset.item;

import org.jspecify.annotations.Nullable;

/**
 * One tag of one caption of an item.
 *
 * @param id of this tag at this caption
 * @param tag canonical, {@code lower_case_with_underscores}
 * @param position from 0
 * @param tagGroup such as Character, or null
 * @param confidence 0 to 1 from a tagger, null for a person's tag
 * @param source manual, txt_file, exif or auto_ and a model
 */
public record Tag(
        long id,
        String tag,
        int position,
        @Nullable String tagGroup,
        @Nullable Float confidence,
        String source) {}
