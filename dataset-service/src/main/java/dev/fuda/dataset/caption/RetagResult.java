package dev.fuda.dataset.caption;

import dev.fuda.dataset.item.DatasetItem;
import java.util.UUID;

/**
 * What an edit of one item came to.
 *
 * @param item as it is now
 * @param operationId to undo it; null when nothing had to change
 * @param unsaved why the caption file does not have the edit yet; null when it has
 */
public record RetagResult(DatasetItem item, UUID operationId, String unsaved) {}
