package dev.fuda.dataset.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fuda.dataset.caption.CaptionFiles.ChangedOnDisk;
import dev.fuda.dataset.caption.CaptionFiles.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionFilesTest {

    @TempDir
    Path temporary;

    private Path root;
    private CaptionFiles files;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temporary.toRealPath().resolve("set"));
        Files.createDirectory(root.resolve("sub"));
        files = new CaptionFiles(path -> path.startsWith(root));
    }

    @Test
    void readsWhatIsThere() throws IOException {
        Files.writeString(root.resolve("sub/a.txt"), "a, b");
        assertThat(files.read(root, "sub/a.txt").orElseThrow().bytes())
                .asString()
                .isEqualTo("a, b");
        assertThat(files.read(root, "sub/none.txt")).isEmpty();
    }

    @Test
    void replacesTheFileItExpects() throws IOException {
        Path file = Files.writeString(root.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Snapshot written = files.write(root, "a.txt", "new".getBytes(), CaptionBytes.sha256("old".getBytes()));
        assertThat(file).hasContent("new");
        assertThat(written.hash()).isEqualTo(CaptionBytes.sha256("new".getBytes()));
        assertThat(written)
                .isEqualTo(written)
                .extracting(Snapshot::mtime)
                .isEqualTo(files.read(root, "a.txt").orElseThrow().mtime());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(onlyFiles()).containsExactly("a.txt");
    }

    @Test
    void leavesAnUnseenEditAlone() throws IOException {
        Path file = Files.writeString(root.resolve("a.txt"), "edited elsewhere");
        ChangedOnDisk changed = catchThrowableOfType(
                ChangedOnDisk.class,
                () -> files.write(root, "a.txt", "new".getBytes(), CaptionBytes.sha256("old".getBytes())));
        assertThat(changed.found().orElseThrow().bytes()).asString().isEqualTo("edited elsewhere");
        assertThat(file).hasContent("edited elsewhere");
        assertThat(onlyFiles()).containsExactly("a.txt");
    }

    @Test
    void doesNotReplaceAFileThatShouldNotBeThere() throws IOException {
        Path file = Files.writeString(root.resolve("a.txt"), "somebody's");
        assertThatThrownBy(() -> files.write(root, "a.txt", "new".getBytes(), null))
                .isInstanceOf(ChangedOnDisk.class);
        assertThat(file).hasContent("somebody's");
        assertThat(files.write(root, "b.txt", "new".getBytes(), null).hash()).hasSize(64);
        assertThat(onlyFiles()).containsExactly("a.txt", "b.txt");
    }

    @Test
    void noticesThatTheFileIsGone() {
        ChangedOnDisk changed = catchThrowableOfType(
                ChangedOnDisk.class, () -> files.write(root, "a.txt", new byte[0], "0".repeat(64)));
        assertThat(changed.found()).isEmpty();
    }

    @Test
    void refusesPathsAndLinksThatLeadOutside() throws IOException {
        Path outside = Files.writeString(temporary.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(root.resolve("link.txt"), outside);
        Files.createSymbolicLink(root.resolve("away"), temporary);
        for (String path :
                new String[] {"../secret.txt", "link.txt", "away/secret.txt", "/etc/hostname", ".", "sub/.."}) {
            assertThatThrownBy(() -> files.read(root, path)).as(path).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> files.write(root, path, new byte[0], null))
                    .as(path)
                    .isInstanceOf(IOException.class);
        }
        assertThat(outside).hasContent("secret");
    }

    @Test
    void writesThroughALinkInside() throws IOException {
        Path file = Files.writeString(root.resolve("sub/real.txt"), "old");
        Path link = Files.createSymbolicLink(root.resolve("link.txt"), file);
        files.write(root, "link.txt", "new".getBytes(), CaptionBytes.sha256("old".getBytes()));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void takesAwayWhatACrashLeft() throws IOException {
        files.write(root, "a.txt", "1".getBytes(), null);
        String id = CaptionBytes.sha256("a.txt".getBytes()).substring(0, 16);
        Files.writeString(root.resolve(".fuda-" + id + ".tmp"), "half");
        files.write(root, "a.txt", "2".getBytes(), CaptionBytes.sha256("1".getBytes()));
        assertThat(onlyFiles()).containsExactly("a.txt");
    }

    @Test
    void ofManyWritersOverTheSameTextOneWins() throws Exception {
        Files.writeString(root.resolve("a.txt"), "old");
        AtomicInteger won = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                byte[] mine = ("new " + i).getBytes();
                threads.submit(() -> {
                    files.write(root, "a.txt", mine, CaptionBytes.sha256("old".getBytes()));
                    return won.incrementAndGet();
                });
            }
        }
        assertThat(won).hasValue(1);
        assertThat(onlyFiles()).containsExactly("a.txt");
    }

    @Test
    void deletesOnlyWhatItExpects() throws IOException {
        Path file = Files.writeString(root.resolve("a.txt"), "old");
        assertThatThrownBy(() -> files.delete(root, "a.txt", "0".repeat(64))).isInstanceOf(ChangedOnDisk.class);
        assertThat(file).exists();
        files.delete(root, "a.txt", CaptionBytes.sha256("old".getBytes()));
        assertThat(file).doesNotExist();
        files.delete(root, "a.txt", "whatever");
    }

    @Test
    void aFileThatIsTooLargeIsNoCaption() throws IOException {
        Files.write(root.resolve("big.txt"), new byte[CaptionFiles.MAX_BYTES + 1]);
        assertThatThrownBy(() -> files.read(root, "big.txt")).hasMessageContaining("larger than");
    }

    private Stream<String> onlyFiles() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isRegularFile).map(p -> p.getFileName().toString()).sorted().toList().stream();
        }
    }
}
