package dev.fuda.dataset.caption;

import dev.fuda.dataset.item.DatasetItem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of one item came to.
 *
 * @param item as it is now
 * @param operationId to undo it; null when nothing had to change
 * @param unsaved why the caption file does not have the edit yet; null when it has
 */
public record RetagResult(
        DatasetItem item,
        @Nullable UUID operationId,
        @Nullable String unsaved) {}
