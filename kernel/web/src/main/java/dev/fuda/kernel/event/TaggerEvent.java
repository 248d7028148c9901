package dev.fuda.kernel.event;

import java.util.List;
import java.util.UUID;

/** What the tagger announces on {@code fuda:tagger}. */
public sealed interface TaggerEvent extends Event {

    /** A model measured an image. The scores are raw: every tag of at least 0.01, before any threshold. */
    record ItemTagged(
            UUID jobId,
            long datasetId,
            long itemId,
            String imageHash,
            String model,
            String modelVersion,
            List<TagScore> scores)
            implements TaggerEvent {
        @Override
        public String subject() {
            return "item/" + itemId;
        }
    }

    /** An image can't be tagged; {@code reason} is written for a person. */
    record TaggingFailed(UUID jobId, long datasetId, long itemId, String imageHash, String model, String reason)
            implements TaggerEvent {
        @Override
        public String subject() {
            return "item/" + itemId;
        }
    }

    /** A text was tagged. */
    record ArticleTagged(String articleId, List<TextTag> tags) implements TaggerEvent {
        @Override
        public String subject() {
            return "article/" + articleId;
        }
    }

    /** A tag with its score in 0..1 and the category the model gives it (lower case). */
    record TagScore(String tag, String category, float score) {}

    /** A tag of a text with its confidence in 0..1. */
    record TextTag(String tag, double confidence) {}
}
