package dev.fuda.dataset.scan;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file as its folder lists it, not opened yet.
 *
 * @param path where it really is (a symbolic link is resolved)
 * @param name its name in the folder
 * @param size bytes
 * @param mtime microseconds since the epoch
 */
public record FoundFile(Path path, String name, long size, long mtime) {

    /** The name up to its last dot. */
    String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** In lower case, without the dot; empty when there is none. */
    String extension() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}
