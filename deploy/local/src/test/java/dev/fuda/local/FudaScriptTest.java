package dev.fuda.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script at the root, run by the system's plain shell with next to nothing in the environment. */
class FudaScriptTest {

    private static final Path SCRIPT = Path.of(System.getProperty("fuda.root"), "fuda");

    @TempDir
    Path folder;

    private record Outcome(int status, String text) {}

    @Test
    void tellsOfEachCommand() throws Exception {
        Outcome help = fuda("help");
        assertThat(help.status).isZero();
        assertThat(help.text)
                .contains(
                        "fuda up ",
                        "fuda down ",
                        "fuda status ",
                        "fuda logs ",
                        "fuda demo ",
                        "fuda test ",
                        "fuda bench ",
                        "fuda doctor ");
        assertThat(fuda()).isEqualTo(help);
    }

    @Test
    void saysWhatItDoesNotKnow() throws Exception {
        assertThat(fuda("frob")).isEqualTo(new Outcome(1, "fuda: There is no command 'frob'. See ./fuda help.\n"));
        assertThat(fuda("demo", "--fast"))
                .isEqualTo(new Outcome(1, "fuda: demo knows no '--fast'. See ./fuda help.\n"));
        assertThat(fuda("demo", "--folder"))
                .isEqualTo(new Outcome(1, "fuda: --folder needs a value after it. See ./fuda help.\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox"})
    void isWrittenForEveryShell(String shell) throws Exception {
        var found = Executables.find(shell);
        if (found.isEmpty()) {
            return;
        }
        List<String> line = new ArrayList<>(List.of(found.get().toString()));
        if (shell.equals("busybox")) {
            line.add("sh");
        }
        line.addAll(List.of("-n", SCRIPT.toString()));
        assertThat(run(line)).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void isWhatTheBuildServerRuns() {
        assertThat(Files.isExecutable(SCRIPT)).isTrue();
        assertThat(Files.isExecutable(SCRIPT.resolveSibling(".ci/run"))).isTrue();
        assertThat(SCRIPT.resolveSibling(".ci/run")).content().contains("exec ./fuda test");
    }

    private Outcome fuda(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of("/bin/sh", SCRIPT.toString()));
        line.addAll(Arrays.asList(arguments));
        return run(line);
    }

    private Outcome run(List<String> line) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        System.getenv("PATH"),
                        "HOME",
                        folder.resolve("home").toString()));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), text);
    }
}
