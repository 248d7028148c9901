package dev.fuda.dataset.saved;

import java.time.Instant;

/**
 * A search that a person keeps.
 *
 * @param name 1 to 100 characters, unique in its dataset
 * @param query in the search language; follows when tags are renamed or merged in the dictionary
 * @param version counts edits; send it back so that an edit of somebody else is not lost
 */
public record SavedSearch(
        long id, long datasetId, String name, String query, int version, Instant createdAt, Instant updatedAt) {}
