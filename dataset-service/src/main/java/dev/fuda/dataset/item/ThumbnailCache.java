package dev.fuda.dataset.item;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Files in a folder that may not grow beyond a size: when it does, the oldest go. Any of them can go at any time. */
final class ThumbnailCache {

    /** How full it is after cleaning, so that cleaning is rare. */
    private static final double KEPT = 0.8;

    private final Path folder;
    private final long mostBytes;

    /** @param folder made when it is first written to */
    ThumbnailCache(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** Where a thumbnail of this name lies, whether it is there or not. */
    Path path(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name + ".jpg");
    }

    /** The bytes of a file, if it is there. */
    Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** Writes a file whole or not at all. */
    void write(Path target, byte[] bytes) throws IOException {
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), "part", ".tmp");
        try {
            Files.write(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private record Entry(Path path, long size, long writtenAt) {}

    /** Deletes the oldest files when there are too many; the bytes that are left. */
    long clean() throws IOException {
        List<Entry> entries = entries();
        long bytes = entries.stream().mapToLong(Entry::size).sum();
        if (bytes <= mostBytes) {
            return bytes;
        }
        entries.sort(Comparator.comparingLong(Entry::writtenAt));
        for (Entry entry : entries) {
            if (bytes <= mostBytes * KEPT) {
                break;
            }
            Files.deleteIfExists(entry.path());
            bytes -= entry.size();
        }
        return bytes;
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                entries.add(new Entry(
                        file, attributes.size(), attributes.lastModifiedTime().toMillis()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return entries;
    }
}
