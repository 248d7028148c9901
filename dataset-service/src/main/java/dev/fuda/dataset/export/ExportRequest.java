package dev.fuda.dataset.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What to export.
 *
 * @param format txt when missing
 * @param captionType the subtype of the caption to write, main when missing
 * @param applyAliases whether tags go through the dictionary; no when missing
 * @param vocabularyId the vocabulary of the target: tags are written under the names that it knows, the nearest where it
 *     does not know one, and as they are where nothing comes near; upper case, blanks and underscores stay those of the
 *     captions. None when missing
 * @param excludeTagGroups tags of these groups are left out
 * @param search which items; all when missing
 * @param includeImages yes when missing
 */
public record ExportRequest(
        Format format,
        String captionType,
        Boolean applyAliases,
        Long vocabularyId,
        List<String> excludeTagGroups,
        String search,
        Boolean includeImages) {

    static final ExportRequest EVERYTHING = new ExportRequest(null, null, null, null, null, null, null);

    /** Whether tags go through the dictionary's aliases. */
    boolean asksForAliases() {
        return Boolean.TRUE.equals(applyAliases);
    }

    /** How the files are laid out. */
    public enum Format {
        /** Images and caption files in the folders of the dataset. */
        TXT,
        /** As txt, with {@code dataset.json} that holds everything instead of caption files. */
        JSON,
        /** For ai-toolkit: images, control images and masks in folders of their own, and {@code config/dataset.yaml}. */
        @JsonProperty("ai-toolkit")
        AI_TOOLKIT,
        /** For kohya's sd-scripts: one flat folder with repeats in its name, and {@code dataset.toml}. */
        KOHYA
    }
}
