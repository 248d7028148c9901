package dev.fuda.dataset.caption;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Caption files on disk: read whole, written whole or not at all, and never over bytes that nobody has seen. Symbolic
 * links are followed to where they lead, and refused when that is outside of the allowed folders.
 */
public final class CaptionFiles {

    /** Larger files are no captions. */
    public static final int MAX_BYTES = 1 << 20;

    private final Predicate<Path> allowed;
    private final ReentrantLock[] locks =
            IntStream.range(0, 64).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    /** @param allowed whether a path without symbolic links may be read and written */
    public CaptionFiles(Predicate<Path> allowed) {
        this.allowed = allowed;
    }

    /**
     * A file as it was read or written.
     *
     * @param hash SHA-256 of the bytes
     * @param mtime microseconds since the epoch
     */
    public record Snapshot(byte[] bytes, String hash, long mtime) {
        static Snapshot of(byte[] bytes, long mtime) {
            return new Snapshot(bytes, CaptionBytes.sha256(bytes), mtime);
        }
    }

    /** The file is not what the writer believes it to be; {@code found} is null when there is no file. */
    public static final class ChangedOnDisk extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Snapshot found;

        ChangedOnDisk(Snapshot found) {
            super("The caption file was changed by another program");
            this.found = found;
        }

        public Optional<Snapshot> found() {
            return Optional.ofNullable(found);
        }
    }

    /**
     * The file, or nothing when there is none.
     *
     * @param root the dataset's folder
     * @param relative path below it
     * @throws IOException when it cannot be read, lies outside of the allowed folders, or is larger than
     *     {@link #MAX_BYTES}; the message is for people
     */
    public Optional<Snapshot> read(Path root, String relative) throws IOException {
        return readTarget(locate(root, relative));
    }

    /**
     * Replaces the file's bytes: temporary file, fsync, rename, fsync of the folder.
     *
     * @param expected the hash of the bytes that are to be replaced; null when there must not be a file yet
     * @throws ChangedOnDisk when the file is another one; it is left alone
     */
    public Snapshot write(Path root, String relative, byte[] bytes, String expected) throws IOException {
        Path target = locate(root, relative);
        ReentrantLock lock = lockOf(target);
        lock.lock();
        try {
            Path temporary = writeTemporary(target, bytes);
            try {
                requireUnchanged(target, expected);
                if (expected == null) {
                    publishNew(temporary, target);
                } else {
                    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            } finally {
                Files.deleteIfExists(temporary);
            }
            syncFolder(target.getParent());
            return Snapshot.of(bytes, mtime(target));
        } finally {
            lock.unlock();
        }
    }

    /** Deletes the file if it still is what it is believed to be. */
    public void delete(Path root, String relative, String expected) throws IOException {
        Path target = locate(root, relative);
        ReentrantLock lock = lockOf(target);
        lock.lock();
        try {
            if (readTarget(target).isPresent()) {
                requireUnchanged(target, expected);
                Files.deleteIfExists(target);
                syncFolder(target.getParent());
            }
        } finally {
            lock.unlock();
        }
    }

    private Path locate(Path root, String relative) throws IOException {
        Path path = root.resolve(relative).normalize();
        if (!path.startsWith(root.normalize()) || path.equals(root.normalize())) {
            throw new IOException(relative + " is outside of the dataset's folder.");
        }
        try {
            Path folder = path.getParent().toRealPath();
            Path real = folder.resolve(path.getFileName());
            Path target = Files.isSymbolicLink(real) ? real.toRealPath() : real;
            if (!allowed.test(target)) {
                throw new IOException(relative + " leads outside of the folders that Fuda may use.");
            }
            return target;
        } catch (NoSuchFileException e) {
            throw new IOException("The folder of " + relative + " does not exist any more.", e);
        }
    }

    private static Optional<Snapshot> readTarget(Path target) throws IOException {
        try {
            if (Files.size(target) > MAX_BYTES) {
                throw new IOException(target.getFileName() + " is larger than " + (MAX_BYTES >> 10) + " KiB.");
            }
            long mtime = mtime(target);
            return Optional.of(Snapshot.of(Files.readAllBytes(target), mtime));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void requireUnchanged(Path target, String expected) throws IOException {
        Snapshot found = readTarget(target).orElse(null);
        String hash = found == null ? null : found.hash();
        if (expected == null ? hash != null : !expected.equals(hash)) {
            throw new ChangedOnDisk(found);
        }
    }

    private static Path writeTemporary(Path target, byte[] bytes) throws IOException {
        // The name is the same at every try, so a crash leaves at most one, and the next try takes it away.
        String id =
                CaptionBytes.sha256(target.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Path temporary = target.resolveSibling(".fuda-" + id.substring(0, 16) + ".tmp");
        Files.deleteIfExists(temporary);
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copyPermissions(target, temporary);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return temporary;
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    /** A hard link fails where a file has appeared meanwhile; a rename would replace it. */
    private static void publishNew(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw new ChangedOnDisk(readTarget(target).orElse(null));
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new ChangedOnDisk(readTarget(target).orElse(null));
            }
            Files.move(temporary, target);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static long mtime(Path target) throws IOException {
        return Files.getLastModifiedTime(target).to(TimeUnit.MICROSECONDS);
    }

    private ReentrantLock lockOf(Path target) {
        return locks[Math.floorMod(target.hashCode(), locks.length)];
    }
}
