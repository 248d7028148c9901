package dev.fuda.kernel.event;

import java.util.List;
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

    /**
     * Tags are to be written differently wherever they stand: an alias, a merge or a rename was accepted, a tag was
     * deprecated or deleted, an implication came into force. Whoever keeps tags of items or names of tags applies it as
     * one operation that can be undone.
     *
     * @param operationId of the dictionary's operation
     * @param title for people, such as "Merge longhair into long_hair"
     */
    record TagsRewritten(UUID operationId, String kind, String title, String author, List<Rewrite> rewrites)
            implements DictionaryEvent {
        @Override
        public String subject() {
            return "operation/" + operationId;
        }
    }

    /** An operation was taken back: whoever applied its {@link TagsRewritten} undoes that. */
    record RewriteUndone(UUID operationId, String author) implements DictionaryEvent {
        @Override
        public String subject() {
            return "operation/" + operationId;
        }
    }

    /**
     * One tag and what stands in its place.
     *
     * @param to nothing to remove it; with {@code from} itself among them it stays and gains the others
     */
    record Rewrite(String from, List<String> to) {}

    /** What happened to the tag or alias. */
    enum Change {
        CREATED,
        UPDATED,
        DELETED
    }
}
