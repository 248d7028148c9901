package dev.fuda.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A training run as people and programs see it.
 *
 * @param runNumber counts the runs of one name from 1
 * @param parentRunId the run that this one resumes, or null
 * @param trainingConfig the trainer's parameters, as it gave them
 * @param completedSteps distinct steps reported so far
 * @param totalSamplesSeen exposures reported so far, an item as often as it was seen
 * @param version raised by every change, not by reports
 */
public record RunView(
        long id,
        long datasetId,
        String runName,
        int runNumber,
        @Nullable Long parentRunId,
        @Nullable String modelType,
        @Nullable String baseModel,
        @Nullable String captionType,
        @Nullable JsonNode trainingConfig,
        RunStatus status,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Integer totalEpochs,
        int completedEpochs,
        @Nullable Long totalSteps,
        long completedSteps,
        long totalSamplesSeen,
        @Nullable String outputPath,
        @Nullable String checkpointDir,
        @Nullable String metadataFile,
        @Nullable String configFile,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A part of a list of runs. */
    public record RunPage(List<RunView> items, long total, int page, int limit, int totalPages) {}

    static RunView of(TrainingRun run) {
        return new RunView(
                run.id,
                run.datasetId,
                run.runName,
                run.runNumber,
                run.parentRunId,
                run.modelType,
                run.baseModel,
                run.captionType,
                json(run.trainingConfig),
                RunStatus.valueOf(run.status.toUpperCase(Locale.ROOT)),
                run.startedAt,
                run.completedAt,
                run.totalEpochs,
                run.completedEpochs,
                run.totalSteps,
                run.completedSteps,
                run.totalSamplesSeen,
                run.outputPath,
                run.checkpointDir,
                run.metadataFile,
                run.configFile,
                run.version,
                run.createdAt,
                run.updatedAt);
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored training_config is no JSON", e);
        }
    }
}
