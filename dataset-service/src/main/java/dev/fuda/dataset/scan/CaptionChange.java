package dev.fuda.dataset.scan;

import java.util.List;

/** What a scan does with one caption. */
sealed interface CaptionChange {

    /** Whether the text in the index becomes another. */
    default boolean changesText() {
        return switch (this) {
            case Added added -> true;
            case Updated updated -> true;
            case Removed removed -> true;
            case Touched touched -> false;
            case Conflicted conflicted -> false;
        };
    }

    /**
     * A caption as it was read.
     *
     * @param path its file relative to the dataset, null when it comes from metadata
     * @param hash of the file's bytes, null when it comes from metadata
     * @param source txt_file or exif
     * @param field the metadata field, or null
     * @param tags canonical names in order, each once; empty for other types than tags
     */
    record Text(
            CaptionKind kind,
            String content,
            List<String> tags,
            String path,
            String hash,
            Long size,
            Long mtime,
            String source,
            String field) {}

    /** A caption that the index does not have. */
    record Added(Text text) implements CaptionChange {}

    /** The file changed, the index did not: the file wins. {@code expectedHash} guards against an edit meanwhile. */
    record Updated(long id, String expectedHash, Text text) implements CaptionChange {}

    /**
     * The file says nothing new; only its time or its hash is.
     *
     * @param settled whether the file now says what the index says, so that no edit waits any more
     */
    record Touched(long id, String path, String hash, long size, long mtime, boolean settled)
            implements CaptionChange {}

    /** Both changed: a person decides. */
    record Conflicted(long id, Text text) implements CaptionChange {}

    /** The file, or the metadata field, is gone and the index held no edit of it. */
    record Removed(long id) implements CaptionChange {}
}
