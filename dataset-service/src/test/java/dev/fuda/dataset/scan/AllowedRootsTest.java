package dev.fuda.dataset.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuda.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody leaves the allowed folders, however the path is written. */
class AllowedRootsTest {

    @TempDir
    Path temp;

    private Path root;
    private AllowedRoots roots;

    @BeforeEach
    void makeFolders() throws IOException {
        temp = temp.toRealPath();
        root = Files.createDirectories(temp.resolve("home"));
        Files.createDirectories(root.resolve("pictures"));
        Files.createDirectories(root.resolve(".fuda/thumbnails"));
        Files.createDirectories(temp.resolve("elsewhere"));
        Files.writeString(root.resolve("file.txt"), "x");
        Files.createSymbolicLink(root.resolve("out"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("in"), root.resolve("pictures"));
        roots = AllowedRoots.parse("", root.resolve(".fuda"), root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s/pictures", "%s/in", "%s/pictures/../pictures/.", " %s/pictures/ ", "~/pictures"})
    void allowsFoldersInside(String path) {
        assertThat(roots.folder(path.formatted(root))).isEqualTo(root.resolve("pictures"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s/out",
                "%s/../elsewhere",
                "/etc",
                "/",
                "%s/.fuda",
                "%s/.fuda/thumbnails",
                "~/../elsewhere",
                "%s-2"
            })
    void refusesWhatLiesOutside(String path) {
        assertProblem(path.formatted(root), "outside-roots");
    }

    @Test
    void saysWhatElseIsWrong() {
        assertProblem(root + "/nothing", "folder-not-found");
        assertProblem(root + "/file.txt", "not-a-folder");
        assertProblem("pictures", "path-not-absolute");
        assertProblem("", "path-missing");
        assertProblem(null, "path-missing");
        assertProblem(root + "/\0", "path-unusable");
        assertProblem(root + "/" + "a".repeat(5_000), "folder-unreadable");
    }

    @Test
    void whatLiesOutsideIsNotProbedFor() {
        assertProblem("/no/such/place", "outside-roots");
        assertProblem(temp + "/elsewhere", "outside-roots");
    }

    @Test
    void severalRootsAreSeparatedByColons() {
        AllowedRoots two =
                AllowedRoots.parse(temp + "/elsewhere:" + root + "/pictures:/not/mounted", root.resolve(".fuda"), root);

        assertThat(two.folder(temp + "/elsewhere")).isEqualTo(temp.resolve("elsewhere"));
        assertThat(two.existing()).containsExactly(temp.resolve("elsewhere"), root.resolve("pictures"));
        assertThatThrownBy(() -> two.folder(root.toString())).isInstanceOf(Problem.class);
    }

    private void assertProblem(String path, String code) {
        assertThatThrownBy(() -> roots.folder(path))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
