package dev.fuda.dataset.item;

import java.time.Instant;

/**
 * A file that a scan could not use, or used with a reservation.
 *
 * @param path below the dataset
 * @param reason such as truncated, not_an_image, caption_not_utf8
 * @param detail what is wrong and what to do
 * @param itemId the item it belongs to, or null
 */
public record ItemProblem(String path, String reason, String detail, Long itemId, Instant seenAt) {}
