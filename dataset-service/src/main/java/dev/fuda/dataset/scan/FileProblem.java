package dev.fuda.dataset.scan;

import java.util.Locale;

/**
 * A file that a scan could not use, or used with a reservation.
 *
 * @param relativePath below the dataset's folder
 * @param detail what is wrong and what can be done, for the person who reads it
 */
public record FileProblem(String relativePath, Reason reason, String detail) {

    /** Why. The names are part of the contract (in lower case). */
    public enum Reason {
        EMPTY_FILE,
        TRUNCATED,
        CORRUPT,
        NOT_AN_IMAGE,
        UNSUPPORTED_FORMAT,
        TOO_LARGE_FILE,
        TOO_LARGE_DIMENSIONS,
        UNREADABLE,
        UNREADABLE_FOLDER,
        OUTSIDE_ROOTS,
        BROKEN_LINK,
        LINK_LOOP,
        UNUSABLE_NAME,
        TOO_MANY_FILES,
        METADATA_UNREADABLE,
        INCOMPLETE_PAIR,
        CAPTION_WITHOUT_IMAGE,
        CAPTION_SHARED,
        CAPTION_NOT_UTF8,
        CAPTION_TOO_LARGE,
        CAPTION_CONFLICT;

        /** Whether a file with this problem is an image that could not be indexed. */
        boolean keepsImageOut() {
            return switch (this) {
                case EMPTY_FILE,
                        TRUNCATED,
                        CORRUPT,
                        NOT_AN_IMAGE,
                        UNSUPPORTED_FORMAT,
                        TOO_LARGE_FILE,
                        TOO_LARGE_DIMENSIONS,
                        UNREADABLE,
                        OUTSIDE_ROOTS,
                        BROKEN_LINK,
                        UNUSABLE_NAME,
                        TOO_MANY_FILES -> true;
                case UNREADABLE_FOLDER,
                        LINK_LOOP,
                        METADATA_UNREADABLE,
                        INCOMPLETE_PAIR,
                        CAPTION_WITHOUT_IMAGE,
                        CAPTION_SHARED,
                        CAPTION_NOT_UTF8,
                        CAPTION_TOO_LARGE,
                        CAPTION_CONFLICT -> false;
            };
        }

        /** As it stands in the database and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
