package dev.fuda.dataset.caption;

import java.util.UUID;

/**
 * What history says about a change, whatever its size.
 *
 * @param id UUIDv7
 * @param kind retag, caption, auto_tag, file_sync or undo
 * @param title what was done, for people
 * @param author who did it
 */
public record OperationHeader(UUID id, String kind, String title, String author) {}
