package dev.fuda.training.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fuda.kernel.problem.Problem;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a trainer says of a run: all that is known when it is created, or only what changes. Absent fields keep their
 * values.
 *
 * @param version the version that the change is based on; without it the change is made whatever happened before
 */
public record RunInput(
        Long datasetId,
        @Schema(maxLength = RunInput.LONGEST) String runName,
        Integer runNumber,
        Long parentRunId,
        String modelType,
        String baseModel,
        String captionType,
        JsonNode trainingConfig,
        RunStatus status,
        Integer totalEpochs,
        Integer completedEpochs,
        Long totalSteps,
        String outputPath,
        String checkpointDir,
        String metadataFile,
        String configFile,
        Integer version) {

    static final int LONGEST = 1_000;
    private static final int LONGEST_CONFIG = 1_000_000;

    /** Checks a new run; the problem names every field that is wrong. */
    void checkNew() {
        Problem problem = fields();
        if (datasetId == null || datasetId < 1) {
            problem.field("dataset_id", "the number of a dataset");
        }
        if (runName == null) {
            problem.field("run_name", "1 to " + LONGEST + " characters");
        }
        raise(problem);
    }

    /** Checks a change of a run. */
    void checkChange() {
        Problem problem = fields();
        if (datasetId != null) {
            problem.field("dataset_id", "can't be changed");
        }
        raise(problem);
    }

    private Problem fields() {
        Problem problem = Problem.badRequest("bad-run", "The run can't be kept as it is; see the fields.");
        if (runName != null && runName.isBlank()) {
            problem.field("run_name", "1 to " + LONGEST + " characters");
        }
        text(problem, "run_name", runName);
        text(problem, "model_type", modelType);
        text(problem, "base_model", baseModel);
        text(problem, "caption_type", captionType);
        text(problem, "output_path", outputPath);
        text(problem, "checkpoint_dir", checkpointDir);
        text(problem, "metadata_file", metadataFile);
        text(problem, "config_file", configFile);
        number(problem, "run_number", runNumber, 1);
        number(problem, "total_epochs", totalEpochs, 0);
        number(problem, "completed_epochs", completedEpochs, 0);
        number(problem, "total_steps", totalSteps, 0);
        if (trainingConfig != null && trainingConfig.toString().length() > LONGEST_CONFIG) {
            problem.field("training_config", "at most " + LONGEST_CONFIG + " characters of JSON");
        }
        return problem;
    }

    private static void text(Problem problem, String field, String value) {
        if (value != null && (value.length() > LONGEST || value.indexOf(0) >= 0)) {
            problem.field(field, "at most " + LONGEST + " characters, none of them U+0000");
        }
    }

    private static void number(Problem problem, String field, Number value, long least) {
        if (value != null && value.longValue() < least) {
            problem.field(field, least + " or more");
        }
    }

    private static void raise(Problem problem) {
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    /** Writes what is given into a run; the times of a status follow it. */
    void applyTo(TrainingRun run, Instant now) {
        run.runName = or(runName, run.runName);
        run.runNumber = or(runNumber, run.runNumber);
        run.parentRunId = or(parentRunId, run.parentRunId);
        run.modelType = or(modelType, run.modelType);
        run.baseModel = or(baseModel, run.baseModel);
        run.captionType = or(captionType, run.captionType);
        run.trainingConfig = trainingConfig == null ? run.trainingConfig : trainingConfig.toString();
        run.totalEpochs = or(totalEpochs, run.totalEpochs);
        run.completedEpochs = or(completedEpochs, run.completedEpochs);
        run.totalSteps = or(totalSteps, run.totalSteps);
        run.outputPath = or(outputPath, run.outputPath);
        run.checkpointDir = or(checkpointDir, run.checkpointDir);
        run.metadataFile = or(metadataFile, run.metadataFile);
        run.configFile = or(configFile, run.configFile);
        run.updatedAt = now;
        if (status != null) {
            run.status = status.name().toLowerCase(Locale.ROOT);
            run.startedAt = run.startedAt == null && status != RunStatus.PENDING ? now : run.startedAt;
            run.completedAt = status.ended() ? or(run.completedAt, now) : null;
        }
    }

    private static <T> T or(T given, T known) {
        return given == null ? known : given;
    }
}
