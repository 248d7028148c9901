package dev.fuda.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherPiecesTest {

    @TempDir
    Path folder;

    @Test
    void waitsTwiceAsLongAtEachEndInARowAndForgetsAfterAMinute() {
        Backoff backoff = new Backoff();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            waits.add(backoff.after(start, start.plusSeconds(3)).toSeconds());
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(backoff.after(start, start.plus(Duration.ofMinutes(1)))).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Linux,    amd64,   LINUX_X64
                    Linux,    aarch64, LINUX_ARM64
                    Mac OS X, x86_64,  MACOS_X64
                    Mac OS X, aarch64, MACOS_ARM64
                    """)
    void knowsThePlatformsWithBundledServers(String name, String arch, Platform expected) {
        assertThat(Platform.of(name, arch)).isEqualTo(expected);
    }

    @Test
    void pointsOtherPlatformsToServersOfTheirOwn() {
        assertThatThrownBy(() -> Platform.of("FreeBSD", "riscv64"))
                .hasMessageContaining("FreeBSD on riscv64")
                .hasMessageContaining("FUDA_POSTGRES_URL");
    }

    @Test
    void readsOptionsAndMeansFoldersFromWhereThePersonStands() {
        Options options = Options.parse(
                new String[] {"up", "--port", "9000", "--data", "there", "--background"},
                Path.of("/d"),
                Path.of("/here"));
        assertThat(options).isEqualTo(new Options("up", Path.of("/here/there"), 9000, true, List.of()));
        assertThat(Options.parse(new String[] {"up", "--data", "/abs"}, Path.of("/d"), Path.of("/here"))
                        .data())
                .isEqualTo(Path.of("/abs"));
        assertThat(Options.parse(new String[] {"status"}, Path.of("/d"), Path.of("/here")))
                .isEqualTo(new Options("status", Path.of("/d"), 8420, false, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    up --port 0      | --port needs a number from 1 to 65535, and '0' is none.
                    up --port 70000  | --port needs a number from 1 to 65535, and '70000' is none.
                    up --port        | --port needs a number after it. See ./fuda help.
                    up --data        | --data needs a folder after it. See ./fuda help.
                    up --fast        | There is no option --fast. See ./fuda help.
                    """)
    void refusesOptionsWithTheWayOut(String line, String message) {
        assertThatThrownBy(() -> Options.parse(line.split(" "), Path.of("/d"), Path.of("/")))
                .isInstanceOf(LocalStackException.class)
                .hasMessage(message);
    }

    @Test
    void findsTheLineThatSaysWhyAPartEnded() throws IOException {
        Path log = folder.resolve("service.log");
        Files.writeString(
                log,
                "INFO started\n2026 ERROR broken\n\tat a.B.c(B.java:1)\nCaused by: java.net.BindException: in use\n\tat x\n");
        assertThat(LogFiles.reason(log)).isEqualTo("java.net.BindException: in use");
        Files.writeString(log, "INFO started\n2026 ERROR broken\n\tat a.B.c(B.java:1)\nbye\n");
        assertThat(LogFiles.reason(log)).isEqualTo("2026 ERROR broken");
        Files.writeString(log, "Error: no such class\n\n");
        assertThat(LogFiles.reason(log)).isEqualTo("Error: no such class");
        assertThat(LogFiles.reason(folder.resolve("absent.log"))).isEqualTo("see there");
    }

    @Test
    void keepsSecretsAndPortsBetweenStarts() {
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        assertThat(secrets.get("redis")).hasSize(48).isEqualTo(new Secrets(folder.resolve("secrets")).get("redis"));
        assertThat(secrets.get("other")).isNotEqualTo(secrets.get("redis"));
        int port = Ports.remembered(folder.resolve("ports"), "dataset");
        assertThat(Ports.remembered(folder.resolve("ports"), "dataset")).isEqualTo(port);
    }

    @Test
    void namesTheAotCacheByJarsAndOptions() throws IOException {
        Build build = new Build(folder);
        Path target = Files.createDirectories(folder.resolve("gateway/target"));
        Files.writeString(target.resolve("gateway-runner.jar"), "one");
        Path first = build.aotCache(Service.GATEWAY);
        assertThat(build.aotCache(Service.GATEWAY)).isEqualTo(first);
        Files.createDirectories(target.resolve("lib"));
        Files.writeString(target.resolve("lib/a.jar"), "a");
        assertThat(build.aotCache(Service.GATEWAY)).isNotEqualTo(first);
        assertThatThrownBy(() -> build.aotCache(Service.DATASET))
                .hasMessageContaining("The dataset service is not built");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    postgresql://admin:p%40ss@db.example:6432/main, admin@db.example:6432/main
                    postgres://admin:secret@db.example,             admin@db.example:5432/postgres
                    jdbc:postgresql://a:b@127.0.0.1:5432/x,         a@127.0.0.1:5432/x
                    """)
    void readsTheAddressOfARealServer(String url, String expected) {
        assertThat(PostgresAdmin.of(url).toString()).isEqualTo(expected);
    }

    @Test
    void asksForAnAddressWithAnAdministrator() {
        assertThatThrownBy(() -> PostgresAdmin.of("postgresql://db.example/x"))
                .hasMessage("FUDA_POSTGRES_URL must look like postgresql://admin:password@host:5432/postgres.");
    }
}
