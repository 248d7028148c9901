package dev.fuda.dataset.caption;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What one operation changes at one item.
 *
 * @param item as it was when the change was worked out; it is written only if nobody changed it since
 */
public record ItemEdit(ItemState item, List<CaptionEdit> captions) {

    /**
     * One caption before and after; null where there is none.
     *
     * @param seenHash the hash of the file that is replaced where it is not the one on record: a person has seen it, or it
     *     is our own text that a crash left unrecorded; null when the file is the one on record
     */
    public record CaptionEdit(CaptionState before, CaptionState after, String seenHash) {

        CaptionState.Key key() {
            return (after == null ? before : after).key();
        }

        /** Whether the file has to follow. */
        boolean touchesFile() {
            if (after == null) {
                return false;
            }
            boolean sameText = seenHash == null
                    && before != null
                    && before.content().equals(after.content())
                    && Objects.equals(before.style(), after.style());
            return after.path() != null && (!sameText || before.path() == null);
        }
    }

    /** Tags that the item did not have in these captions. */
    List<String> added() {
        return difference(false);
    }

    /** Tags that the item had in these captions. */
    List<String> removed() {
        return difference(true);
    }

    private List<String> difference(boolean backwards) {
        Set<String> names = new LinkedHashSet<>();
        for (CaptionEdit edit : captions) {
            List<String> before =
                    edit.before() == null ? List.of() : edit.before().names();
            List<String> after = edit.after() == null ? List.of() : edit.after().names();
            names.addAll(backwards ? before : after);
            names.removeAll(backwards ? after : before);
        }
        return List.copyOf(names);
    }
}
