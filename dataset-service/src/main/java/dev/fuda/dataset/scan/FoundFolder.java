package dev.fuda.dataset.scan;

import java.util.List;

/**
 * One folder of a dataset with the files that matter to it, sorted by name.
 *
 * @param relative path below the dataset's folder with {@code /} between names, empty for the top
 */
public record FoundFolder(
        String relative, List<FoundFile> images, List<FoundFile> captions, List<FileProblem> problems) {

    /** The path of a file of this folder, relative to the dataset. */
    String pathOf(String name) {
        return relative.isEmpty() ? name : relative + "/" + name;
    }
}
