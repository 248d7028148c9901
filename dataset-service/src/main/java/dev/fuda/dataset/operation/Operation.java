package dev.fuda.dataset.operation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a dataset's captions and tags, as history shows it.
 *
 * @param kind retag, caption, auto_tag, undo, …
 * @param items how many it changed
 * @param undoneBy the operation that took it back, or null
 * @param canUndo whether it can be taken back (an undo can, too)
 */
public record Operation(
        UUID id,
        String kind,
        String title,
        String author,
        int items,
        Instant createdAt,
        @Nullable UUID undoneBy,
        boolean canUndo) {}
