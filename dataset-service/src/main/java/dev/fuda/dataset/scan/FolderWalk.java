package dev.fuda.dataset.scan;

import static dev.fuda.dataset.scan.FileProblem.Reason.BROKEN_LINK;
import static dev.fuda.dataset.scan.FileProblem.Reason.LINK_LOOP;
import static dev.fuda.dataset.scan.FileProblem.Reason.OUTSIDE_ROOTS;
import static dev.fuda.dataset.scan.FileProblem.Reason.TOO_MANY_FILES;
import static dev.fuda.dataset.scan.FileProblem.Reason.UNREADABLE;
import static dev.fuda.dataset.scan.FileProblem.Reason.UNREADABLE_FOLDER;
import static dev.fuda.dataset.scan.FileProblem.Reason.UNSUPPORTED_FORMAT;
import static dev.fuda.dataset.scan.FileProblem.Reason.UNUSABLE_NAME;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Walks a dataset's folder, one folder at a time, always in the same order. Hidden names are skipped; symbolic links
 * are followed inside of the allowed roots, each real folder once, so that no link can lead it in a circle.
 */
public final class FolderWalk implements Iterator<FoundFolder> {

    private static final Set<String> IMAGES = Set.of("jpg", "jpeg", "png", "webp");
    private static final Set<String> CAPTIONS = Set.of("txt", "caption");
    private static final Set<String> OTHER_IMAGES =
            Set.of("gif", "bmp", "tif", "tiff", "avif", "heic", "heif", "jxl", "jp2", "psd");

    private final AllowedRoots roots;
    private final int maxDepth;
    private final ScanLimits limits;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Set<Path> visited = new HashSet<>();
    private int files;

    private record Pending(Path real, String relative, int depth) {}

    /**
     * @param root a real path, see {@link AllowedRoots#folder}
     * @param maxDepth levels of folders; 1 is the root alone, {@code Integer.MAX_VALUE} all
     */
    public FolderWalk(Path root, AllowedRoots roots, int maxDepth, ScanLimits limits) {
        this.roots = roots;
        this.maxDepth = maxDepth;
        this.limits = limits;
        pending.push(new Pending(root, "", 1));
        visited.add(root);
    }

    /** Whether a file of this name is looked at as an image. */
    static boolean isImageName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && IMAGES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean hasNext() {
        return !pending.isEmpty();
    }

    @Override
    public FoundFolder next() {
        if (pending.isEmpty()) {
            throw new NoSuchElementException();
        }
        Pending folder = pending.pop();
        Listing listing = new Listing(folder);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.real())) {
            for (Path entry : entries) {
                listing.add(entry);
            }
        } catch (IOException | DirectoryIteratorException | SecurityException unreadable) {
            listing.unreadable();
        }
        return listing.finish();
    }

    /** The files of one folder while it is being listed. */
    private final class Listing {
        private final Pending folder;
        private final List<FoundFile> images = new ArrayList<>();
        private final List<FoundFile> captions = new ArrayList<>();
        private final List<Pending> folders = new ArrayList<>();
        private final List<FileProblem> problems = new ArrayList<>();

        Listing(Pending folder) {
            this.folder = folder;
        }

        void add(Path entry) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".")) {
                return;
            }
            if (name.indexOf('\uFFFD') >= 0) {
                problem(name, UNUSABLE_NAME, "The name of this file is not valid UTF-8. Rename it to have it indexed.");
                return;
            }
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isSymbolicLink()) {
                    addLink(entry, name);
                } else {
                    addReal(entry, name, attributes);
                }
            } catch (IOException | SecurityException unreadable) {
                problem(name, UNREADABLE, "This file cannot be read: " + unreadable.getMessage());
            }
        }

        private void addLink(Path link, String name) throws IOException {
            Path real;
            try {
                real = link.toRealPath();
            } catch (IOException | SecurityException broken) {
                problem(name, BROKEN_LINK, "This link leads nowhere.");
                return;
            }
            if (!roots.contains(real)) {
                problem(
                        name,
                        OUTSIDE_ROOTS,
                        "This link leads out of the folders that Fuda may read; it is not followed.");
                return;
            }
            addReal(real, name, Files.readAttributes(real, BasicFileAttributes.class));
        }

        private void addReal(Path real, String name, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                addFolder(real, name);
                return;
            }
            FoundFile file = new FoundFile(
                    real, name, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS));
            String extension = file.extension();
            boolean image = IMAGES.contains(extension);
            if (image || CAPTIONS.contains(extension)) {
                addFile(file, attributes, image ? images : captions);
            } else if (OTHER_IMAGES.contains(extension)) {
                problem(
                        name,
                        UNSUPPORTED_FORMAT,
                        "Fuda reads JPEG, PNG and WebP. Convert this file to have it indexed.");
            }
        }

        private void addFile(FoundFile file, BasicFileAttributes attributes, List<FoundFile> files) {
            if (!attributes.isRegularFile()) {
                problem(file.name(), UNREADABLE, "This is a device or a pipe, not a file.");
            } else if (++FolderWalk.this.files > limits.files()) {
                tooMany(file.name());
            } else {
                files.add(file);
            }
        }

        private void tooMany(String name) {
            if (FolderWalk.this.files == limits.files() + 1) {
                problem(
                        name,
                        TOO_MANY_FILES,
                        "A dataset holds at most " + limits.files()
                                + " files. This file and those after it are left out: split the folder into several datasets.");
            }
        }

        private void addFolder(Path real, String name) {
            if (folder.depth() >= maxDepth || !roots.contains(real)) {
                return;
            }
            if (visited.add(real)) {
                folders.add(new Pending(real, path(name), folder.depth() + 1));
            } else {
                problem(name, LINK_LOOP, "This link leads to a folder that is already part of the dataset.");
            }
        }

        void unreadable() {
            problems.add(new FileProblem(
                    folder.relative(), UNREADABLE_FOLDER, "This folder cannot be read: check its permissions."));
        }

        FoundFolder finish() {
            folders.sort(Comparator.comparing(Pending::relative).reversed());
            folders.forEach(pending::push);
            images.sort(Comparator.comparing(FoundFile::name));
            captions.sort(Comparator.comparing(FoundFile::name));
            return new FoundFolder(folder.real(), folder.relative(), images, captions, problems);
        }

        private void problem(String name, FileProblem.Reason reason, String detail) {
            problems.add(new FileProblem(path(name), reason, detail));
        }

        private String path(String name) {
            return folder.relative().isEmpty() ? name : folder.relative() + "/" + name;
        }
    }
}
