package dev.fuda.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Folders of pictures for tests after which services may still write captions: unlike JUnit's they go when the JVM does.
 */
public final class TestFolders {

    private static final List<Path> MADE = new CopyOnWriteArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> MADE.forEach(TestFolders::delete)));
    }

    private TestFolders() {}

    /** An empty one where the service may read. */
    public static Path make() throws IOException {
        Path folder = Files.createTempDirectory("fuda-test");
        MADE.add(folder);
        return folder;
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("A folder of a test is left: " + e);
        }
    }
}
