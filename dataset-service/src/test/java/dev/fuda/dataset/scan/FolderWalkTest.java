package dev.fuda.dataset.scan;

import static dev.fuda.dataset.Pictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a walk finds, and what it does not follow. */
class FolderWalkTest {

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void resolveRoot() throws IOException {
        root = Files.createDirectories(temp.toRealPath().resolve("set"));
    }

    @Test
    void goesThroughFoldersInOrder() {
        write(root, "b/2.png", "x");
        write(root, "a/deep/1.webp", "x");
        write(root, "a/1.jpg", "x");
        write(root, "top.jpeg", "x");

        assertThat(walk(9).stream().map(FoundFolder::relative)).containsExactly("", "a", "a/deep", "b");
    }

    @Test
    void stopsAtTheDepthThatWasAskedFor() {
        write(root, "top.png", "x");
        write(root, "a/1.png", "x");
        write(root, "a/deep/2.png", "x");

        assertThat(images(walk(1))).containsExactly("top.png");
        assertThat(images(walk(2))).containsExactly("top.png", "a/1.png");
    }

    @Test
    void skipsHiddenNamesAndForeignFiles() {
        write(root, ".hidden.png", "x");
        write(root, ".cache/1.png", "x");
        write(root, "notes.md", "x");
        write(root, "a.gif", "x");

        List<FoundFolder> folders = walk(9);
        assertThat(images(folders)).isEmpty();
        assertThat(folders.getFirst().problems())
                .extracting(FileProblem::relativePath, FileProblem::reason)
                .containsExactly(tuple("a.gif", FileProblem.Reason.UNSUPPORTED_FORMAT));
    }

    @Test
    void followsLinksInsideOnceAndRefusesThoseThatLeave() throws IOException {
        write(root, "a/1.png", "x");
        write(root, "b/2.png", "x");
        Path secret = write(temp, "elsewhere/secret.png", "x");
        Files.createSymbolicLink(root.resolve("a/loop"), root);
        Files.createSymbolicLink(root.resolve("a/to_b"), root.resolve("b"));
        Files.createSymbolicLink(root.resolve("a/out.png"), secret);
        Files.createSymbolicLink(root.resolve("a/out"), secret.getParent());
        Files.createSymbolicLink(root.resolve("a/broken.png"), root.resolve("nothing.png"));
        Files.createSymbolicLink(root.resolve("a/self.png"), Path.of("self.png"));

        List<FoundFolder> folders = walk(9);

        assertThat(images(folders)).containsExactly("a/1.png", "b/2.png");
        assertThat(folders.stream().flatMap(folder -> folder.problems().stream()))
                .extracting(problem ->
                        problem.relativePath() + " " + problem.reason().code())
                .containsExactlyInAnyOrder(
                        "a/loop link_loop",
                        "a/out outside_roots",
                        "a/out.png outside_roots",
                        "a/broken.png broken_link",
                        "a/self.png broken_link",
                        "a/to_b link_loop");
    }

    @Test
    void longNamesAreNames() {
        String name = "x".repeat(251) + ".png";
        write(root, name, "x");

        assertThat(images(walk(1))).containsExactly(name);
    }

    @Test
    void stopsAtTheMostFilesAndSaysSo() {
        for (int i = 0; i < 5; i++) {
            write(root, i + ".png", "x");
        }
        FolderWalk walk = new FolderWalk(root, roots(), 9, new ScanLimits(3, 100, 100, 100));

        FoundFolder folder = walk.next();
        assertThat(folder.images()).hasSize(3);
        assertThat(folder.problems())
                .extracting(FileProblem::reason)
                .containsExactly(FileProblem.Reason.TOO_MANY_FILES);
    }

    private List<FoundFolder> walk(int depth) {
        List<FoundFolder> folders = new ArrayList<>();
        new FolderWalk(root, roots(), depth, ScanLimits.DEFAULT).forEachRemaining(folders::add);
        return folders;
    }

    private AllowedRoots roots() {
        return new AllowedRoots(List.of(root), root.resolve(".fuda"), root);
    }

    private static List<String> images(List<FoundFolder> folders) {
        return folders.stream()
                .flatMap(folder -> folder.images().stream().map(image -> folder.pathOf(image.name())))
                .toList();
    }
}
