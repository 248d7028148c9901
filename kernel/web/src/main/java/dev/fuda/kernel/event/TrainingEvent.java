package dev.fuda.kernel.event;

import java.util.List;

/** What the training tracker announces on {@code fuda:training}. */
public sealed interface TrainingEvent extends Event {

    /** A training run was created, or its status changed. */
    record RunChanged(long runId, long datasetId, String status) implements TrainingEvent {
        @Override
        public String subject() {
            return "run/" + runId;
        }
    }

    /** A run saw these items in one step. */
    record ExposureRecorded(long runId, long datasetId, int epoch, long step, List<Long> itemIds)
            implements TrainingEvent {
        @Override
        public String subject() {
            return "run/" + runId;
        }
    }

    /** A generated image was logged with its prompt. */
    record GenerationLogged(String logId, Long runId, String prompt) implements TrainingEvent {
        @Override
        public String subject() {
            return "generation/" + logId;
        }
    }
}
