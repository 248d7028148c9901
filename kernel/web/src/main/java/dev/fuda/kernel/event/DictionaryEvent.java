package dev.fuda.kernel.event;

import java.util.UUID;

/** What the tag dictionary announces on {@code fuda:dictionary}. */
public sealed interface DictionaryEvent extends Event {

    /** A tag was created, updated or deleted. */
    record TagChanged(long tagId, String tag, String category, Change change) implements DictionaryEvent {
        @Override
        public String subject() {
            return "tag/" + tagId;
        }
    }

    /** An alias now leads to a tag, or no longer does. */
    record AliasChanged(String alias, String tag, Change change) implements DictionaryEvent {
        @Override
        public String subject() {
            return "alias/" + alias;
        }
    }

    /** Many tags changed at once: whoever caches the dictionary reads it anew. */
    record SnapshotInstalled(UUID importId, long imported, long updated) implements DictionaryEvent {
        @Override
        public String subject() {
            return "import/" + importId;
        }
    }

    /** What happened to the tag or alias. */
    enum Change {
        CREATED,
        UPDATED,
        DELETED
    }
}
