package dev.fuda.kernel.event;

import java.util.UUID;

/**
 * An image waits to be tagged.
 *
 * @param jobId the job that asked, or null when nobody follows the progress
 * @param imageHash SHA-256 of the image's bytes, lower-case hexadecimal
 * @param imageUrl path below the dataset service; addresses elsewhere are refused
 */
public record TagRequested(UUID jobId, long datasetId, long itemId, String imageHash, String model, String imageUrl)
        implements DatasetEvent, RequestEvent {
    @Override
    public String subject() {
        return "item/" + itemId;
    }
}
