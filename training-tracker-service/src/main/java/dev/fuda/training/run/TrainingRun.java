package dev.fuda.training.run;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** One training of a model on a dataset, as the trainer describes it. */
@Entity
@Table(name = "training_run")
public class TrainingRun extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long datasetId;

    public String runName;

    /** Counts the runs of one name from 1. */
    public int runNumber;

    /** The run that this one resumes, or null. */
    public Long parentRunId;

    public String modelType;

    public String baseModel;

    public String captionType;

    /** JSON text, or null. */
    public String trainingConfig;

    /** A {@link RunStatus} in lower case. */
    public String status;

    public Instant startedAt;

    public Instant completedAt;

    public Integer totalEpochs;

    public int completedEpochs;

    public Long totalSteps;

    public String outputPath;

    public String checkpointDir;

    public String metadataFile;

    public String configFile;

    @Version
    public int version;

    public Instant createdAt;

    public Instant updatedAt;

    /** Distinct steps reported. Written by reports in plain SQL: an entity must never write an old number back. */
    @Column(insertable = false, updatable = false)
    public long completedSteps;

    /** Exposures reported, an item as often as it was seen. */
    @Column(insertable = false, updatable = false)
    public long totalSamplesSeen;
}
