package dev.fuda.tagger.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where models are found and how much of the machine they may take. */
@ConfigMapping(prefix = "fuda.tagger")
public interface ModelSettings {

    /** The folder with one folder for each model; without it only the built-in model is there. */
    Optional<Path> models();

    /** Images that are measured at once, 1 to 4; 0 takes as many as the machine has cores. */
    @WithDefault("0")
    int workers();

    /** Width × height of the largest image that is decoded. */
    @WithDefault("100000000")
    long maxPixels();

    /** Memory outside the Java heap that pixels may take together, MiB; a larger image is worked on alone. */
    @WithDefault("512")
    int pixelMemory();

    /** The number of workers on this machine. */
    default int workerCount() {
        int wanted = workers() > 0 ? workers() : Runtime.getRuntime().availableProcessors();
        return Math.clamp(wanted, 1, 4);
    }
}
