package dev.fuda.dataset.scan;

import dev.fuda.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The folders that datasets may lie in. Every path from outside goes through {@link #folder}, every symbolic link
 * through {@link #contains}; Fuda's own data folder is never part of a dataset.
 */
public final class AllowedRoots {

    private final List<Path> roots;
    private final Path data;
    private final Path home;

    /**
     * @param roots absolute paths; those that do not exist (a disk that is not mounted) simply hold nothing
     * @param data Fuda's own data folder
     * @param home what {@code ~} stands for
     */
    public AllowedRoots(List<Path> roots, Path data, Path home) {
        this.roots = List.copyOf(roots);
        this.data = data.toAbsolutePath().normalize();
        this.home = home;
    }

    /** From the text of {@code FUDA_ROOTS}: absolute paths between colons; empty means the home directory. */
    public static AllowedRoots parse(String text, Path data, Path home) {
        List<Path> roots = Arrays.stream(text.split(":"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> Path.of(expandHome(part, home)).toAbsolutePath().normalize())
                .toList();
        return new AllowedRoots(roots.isEmpty() ? List.of(home) : roots, data, home);
    }

    /** The roots that exist now, with symbolic links resolved. */
    public List<Path> existing() {
        List<Path> real = new ArrayList<>();
        for (Path root : roots) {
            try {
                real.add(root.toRealPath());
            } catch (IOException away) {
                // Not mounted or not readable now: it holds nothing until it is back.
                continue;
            }
        }
        return real;
    }

    /** Whether a path without symbolic links lies in a root and outside of Fuda's data. */
    public boolean contains(Path real) {
        return !real.startsWith(realOrSame(data)) && existing().stream().anyMatch(real::startsWith);
    }

    /**
     * The real path of a folder that a person named.
     *
     * @throws Problem when it is no absolute path, lies outside of the roots, does not exist, or cannot be read
     */
    public Path folder(String text) {
        Path asked = absolute(text);
        // Outside is said before existence is looked at, so that nobody can probe for files elsewhere.
        if (roots.stream().noneMatch(asked::startsWith) && !contains(asked)) {
            throw outside(text);
        }
        Path real = resolve(asked, text);
        if (!contains(real)) {
            throw outside(text);
        }
        if (!Files.isDirectory(real)) {
            throw Problem.unprocessable("not-a-folder", text + " is a file, not a folder.")
                    .field("path", "must be a folder");
        }
        if (!Files.isReadable(real)) {
            throw Problem.unprocessable(
                            "folder-unreadable", "Fuda may not read " + text + ": check the permissions of the folder.")
                    .field("path", "is not readable");
        }
        return real;
    }

    private Path absolute(String text) {
        if (text == null || text.isBlank()) {
            throw Problem.badRequest("path-missing", "The path of a folder is needed.")
                    .field("path", "is needed");
        }
        try {
            Path path = Path.of(expandHome(text.strip(), home));
            if (!path.isAbsolute()) {
                throw Problem.badRequest("path-not-absolute", "The path must begin with / or ~: " + text)
                        .field("path", "must be absolute");
            }
            return path.normalize();
        } catch (InvalidPathException unusable) {
            throw Problem.badRequest("path-unusable", "This cannot be a path: " + unusable.getReason())
                    .field("path", "cannot be a path");
        }
    }

    private static Path resolve(Path asked, String text) {
        try {
            return asked.toRealPath();
        } catch (NoSuchFileException gone) {
            throw Problem.unprocessable("folder-not-found", "There is no folder " + text + " on this machine.")
                    .field("path", "does not exist");
        } catch (IOException unreadable) {
            throw Problem.unprocessable("folder-unreadable", "The folder " + text + " cannot be opened.")
                    .field("path", "cannot be opened");
        }
    }

    private Problem outside(String text) {
        return Problem.unprocessable(
                        "outside-roots",
                        text + " is outside of the folders that Fuda may read. Allowed are: "
                                + String.join(", ", names()) + ". Set FUDA_ROOTS to allow more.")
                .field("path", "is outside of the allowed folders");
    }

    private List<String> names() {
        return roots.stream().map(Path::toString).toList();
    }

    private static Path realOrSame(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return path;
        }
    }

    private static String expandHome(String text, Path home) {
        return text.equals("~") || text.startsWith("~/") ? home + text.substring(1) : text;
    }
}
