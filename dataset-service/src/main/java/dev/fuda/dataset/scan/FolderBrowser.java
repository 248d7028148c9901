package dev.fuda.dataset.scan;

import dev.fuda.dataset.scan.FolderResource.FolderEntry;
import dev.fuda.dataset.scan.FolderResource.FolderListing;
import dev.fuda.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists folders for a person who chooses one. */
final class FolderBrowser {

    private static final int MOST_FOLDERS = 1_000;
    private static final int MOST_COUNTED = 1_000;

    private FolderBrowser() {}

    static FolderListing list(AllowedRoots roots, String asked) {
        List<String> names = roots.existing().stream().map(Path::toString).toList();
        if ((asked == null || asked.isBlank()) && names.isEmpty()) {
            throw Problem.unprocessable(
                    "no-roots", "None of the folders that Fuda may read exists now. Check FUDA_ROOTS.");
        }
        Path folder = roots.folder(asked == null || asked.isBlank() ? names.getFirst() : asked);
        List<FolderEntry> folders = folders(roots, folder);
        Path parent = folder.getParent();
        return new FolderListing(
                folder.toString(),
                parent != null && roots.contains(parent) ? parent.toString() : null,
                names,
                folders.stream().limit(MOST_FOLDERS).toList(),
                folders.size() > MOST_FOLDERS);
    }

    private static List<FolderEntry> folders(AllowedRoots roots, Path folder) {
        List<FolderEntry> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (found.size() > MOST_FOLDERS) {
                    break;
                }
                if (isOffered(roots, entry)) {
                    found.add(new FolderEntry(entry.getFileName().toString(), entry.toString(), images(entry)));
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw Problem.unprocessable("folder-unreadable", "The folder " + folder + " cannot be opened.");
        }
        found.sort(Comparator.comparing(FolderEntry::name, String.CASE_INSENSITIVE_ORDER));
        return found;
    }

    private static boolean isOffered(AllowedRoots roots, Path entry) {
        try {
            return !entry.getFileName().toString().startsWith(".")
                    && Files.isDirectory(entry)
                    && roots.contains(entry.toRealPath());
        } catch (IOException | SecurityException unreadable) {
            return false;
        }
    }

    private static int images(Path folder) {
        int images = 0;
        int seen = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (++seen > MOST_COUNTED) {
                    break;
                }
                images += FolderWalk.isImageName(entry.getFileName().toString()) ? 1 : 0;
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return 0;
        }
        return images;
    }
}
