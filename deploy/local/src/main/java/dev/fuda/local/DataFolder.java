package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The one folder of a local Fuda: databases, Redis, logs, passwords, and the state of the stack that runs on it. A lock
 * makes sure that it is one stack at a time.
 */
public final class DataFolder {

    /** Below this, PostgreSQL would soon stop accepting writes. */
    static final long LEAST_FREE_BYTES = 500L << 20;

    private final Path folder;

    public DataFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path path() {
        return folder;
    }

    public Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    Path ports() {
        return folder.resolve("ports.properties");
    }

    Secrets secrets() {
        return new Secrets(folder.resolve("secrets"));
    }

    /** Makes the folder where it is missing, and says in one line why it cannot be used if it cannot. */
    void prepare() {
        try {
            Files.createDirectories(folder.resolve("logs"));
            Files.delete(Files.createTempFile(folder, ".probe", ""));
        } catch (IOException e) {
            throw new LocalStackException("The data folder " + folder + " cannot be written (" + reason(e)
                    + "). Choose another with --data, or set FUDA_HOME.");
        }
        long free = freeBytes();
        if (free < LEAST_FREE_BYTES) {
            throw new LocalStackException("Only " + (free >> 20) + " MB are free at " + folder + "; Fuda needs "
                    + (LEAST_FREE_BYTES >> 20) + " MB to start. Free some space or choose another folder with --data.");
        }
    }

    private static String reason(IOException e) {
        return e.getClass()
                .getSimpleName()
                .replace("Exception", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase();
    }

    long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot ask for the free space of " + folder, e);
        }
    }

    /** Leaves an empty file that says something has been done. */
    void mark(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** The right to run a stack on this folder, until closed or until this JVM ends. */
    FileLock lock() {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock the data folder " + folder, e);
        }
        String where = state().map(state -> " at " + state.address()).orElse("");
        throw new LocalStackException(
                "Fuda already runs on " + folder + where + ". Use it, or end it with ./fuda down.");
    }

    /** Whether a stack holds the lock now. */
    boolean isRunning() {
        Path file = folder.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new LocalStackException("The lock in " + folder + " cannot be read; whose is it? " + e.getMessage());
        }
    }

    /** What the last or running stack has written about itself. */
    Optional<State> state() {
        Path file = folder.resolve("state.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
            return Optional.of(new State(properties));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    void write(State state) {
        try {
            Path fresh = Files.createTempFile(folder, ".state", "");
            try (var out = Files.newBufferedWriter(fresh)) {
                state.properties().store(out, null);
            }
            Files.move(fresh, folder.resolve("state.properties"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the state of the stack into " + folder, e);
        }
    }
}
