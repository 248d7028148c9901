package dev.fuda.kernel.event;

import java.util.List;
import java.util.UUID;

/** What the dataset service announces on {@code fuda:dataset}. */
public sealed interface DatasetEvent extends Event
        permits DatasetEvent.ItemIndexed,
                DatasetEvent.ItemRetagged,
                DatasetEvent.ItemRemoved,
                DatasetEvent.DatasetReindexed,
                TagRequested {

    /** An image was found, or its bytes changed. Width and height are pixels as shown, after EXIF orientation. */
    record ItemIndexed(
            long datasetId,
            long itemId,
            String imageHash,
            String relativePath,
            int width,
            int height,
            IndexChange change)
            implements DatasetEvent {
        @Override
        public String subject() {
            return "item/" + itemId;
        }
    }

    /** The tags of an item changed by one operation. */
    record ItemRetagged(long datasetId, long itemId, UUID operationId, List<String> added, List<String> removed)
            implements DatasetEvent {
        @Override
        public String subject() {
            return "item/" + itemId;
        }
    }

    /** An item left the dataset; its files may still exist. */
    record ItemRemoved(long datasetId, long itemId) implements DatasetEvent {
        @Override
        public String subject() {
            return "item/" + itemId;
        }
    }

    /** A scan ended; the numbers count items, {@code broken} counts files. */
    record DatasetReindexed(long datasetId, UUID jobId, int added, int changed, int removed, int broken)
            implements DatasetEvent {
        @Override
        public String subject() {
            return "dataset/" + datasetId;
        }
    }

    /** Why an item was indexed. */
    enum IndexChange {
        ADDED,
        CHANGED
    }
}
