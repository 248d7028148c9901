package dev.fuda.dataset.scan;

import java.nio.file.Path;
import java.util.List;

/**
 * One folder of a dataset with the files that matter to it, sorted by name.
 *
 * @param real where it really is
 * @param relative path below the dataset's folder with {@code /} between names, empty for the top
 */
public record FoundFolder(
        Path real, String relative, List<FoundFile> images, List<FoundFile> captions, List<FileProblem> problems) {

    /** The path of a file of this folder, relative to the dataset. */
    String pathOf(String name) {
        return relative.isEmpty() ? name : relative + "/" + name;
    }
}
