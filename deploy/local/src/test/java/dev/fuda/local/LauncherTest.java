package dev.fuda.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher as a process of its own, with real database servers and stand-ins for the services. */
class LauncherTest {

    private Path scratch;
    private Path data;
    private Path output;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> launched = new ArrayList<>();

    @BeforeEach
    void makeFolders() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        scratch = Files.createTempDirectory(
                RunAs.current().reaches(target) ? target : Path.of(System.getProperty("java.io.tmpdir")), "launcher-");
        RunAs.current().reach(scratch);
        data = scratch.resolve("data");
        output = scratch.resolve("output");
        // Not the services' usual ports, on which a person's own stack may run beside this test.
        Files.createDirectories(data);
        for (Service service : Service.values()) {
            Ports.remembered(data.resolve("ports.properties"), service.label());
        }
        FakeService.build(scratch.resolve("root"));
    }

    @AfterEach
    void endAll() throws Exception {
        new ProcessBuilder(command("down")).start().waitFor(60, TimeUnit.SECONDS);
        launched.forEach(Process::destroyForcibly);
        BinaryCache.deleteTree(scratch);
    }

    @Test
    void startsEverythingAndLeavesNothingBehind() throws Exception {
        Process launcher = up();
        Path printed = output;
        State state = folder().state().orElseThrow();
        List<Long> parts = parts(state);
        assertThat(parts).hasSize(7);
        assertThat(run("status")).isZero();
        assertThat(said()).contains("All of it is ready at " + state.address());
        launcher.destroy();
        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(parts).noneMatch(LauncherTest::alive);
        assertThat(printed).content().contains("Fuda has ended; nothing is left running.");
        assertThat(run("status")).isEqualTo(3);
    }

    @Test
    void startsAgainWhatDies() throws Exception {
        up();
        for (String part : List.of("dataset", "redis", "postgres")) {
            long before = folder().state().orElseThrow().pid(part).orElseThrow();
            ServerProcess.signal(before, "KILL");
            await(part + " to be started again", () -> {
                State now = folder().state().orElseThrow();
                return now.pid(part).orElseThrow() != before
                        && alive(now.pid(part).orElseThrow());
            });
            assertThat(said()).containsPattern(part + " +has ended; it is started again in 1 s");
        }
        assertThat(run("status")).isZero();
    }

    @Test
    void endsItsPartsWhenItIsKilledAndStartsOverTheRest() throws Exception {
        Process launcher = up();
        List<Long> parts = parts(folder().state().orElseThrow());
        launcher.destroyForcibly().waitFor();
        await("the parts of the killed launcher to end", () -> parts.stream().noneMatch(LauncherTest::alive));
        up();
        assertThat(run("status")).isZero();
    }

    @Test
    void runsInTheBackgroundUntilDown() throws Exception {
        assertThat(run("up", "--background", "--port", String.valueOf(Ports.free())))
                .isZero();
        assertThat(said()).contains("Ready after");
        List<Long> parts = parts(folder().state().orElseThrow());
        assertThat(run("up", "--background")).isEqualTo(1);
        assertThat(said()).contains("Fuda already runs on " + data);
        assertThat(run("down")).isZero();
        assertThat(parts).noneMatch(LauncherTest::alive);
    }

    @Test
    void usesTheServersThatTheEnvironmentNames() throws Exception {
        Path elsewhere = Files.createDirectory(scratch.resolve("elsewhere"));
        EmbeddedPostgres postgres = new EmbeddedPostgres(elsewhere, 0, Durability.PROCESS_KILL).start();
        EmbeddedRedis redis = new EmbeddedRedis(elsewhere, 0).start();
        try {
            String password = new Secrets(elsewhere.resolve("secrets")).get("postgres-admin");
            environment.put(
                    "FUDA_POSTGRES_URL",
                    "postgresql://postgres:" + password + "@127.0.0.1:" + postgres.port() + "/postgres");
            environment.put("FUDA_REDIS_URL", redis.url(0));
            up();
            assertThat(parts(folder().state().orElseThrow())).hasSize(5);
            assertThat(data.resolve("postgres")).doesNotExist();
            DatabaseAccess made = new DatabaseAccess(
                    "127.0.0.1",
                    postgres.port(),
                    "fuda_dataset",
                    "fuda_dataset",
                    new Secrets(data.resolve("secrets")).get("fuda_dataset"));
            new PostgresAdmin(made).version();
            assertThat(run("status")).isZero();
            assertThat(said()).containsPattern("postgres +outside");
        } finally {
            run("down");
            postgres.stop();
            redis.stop();
        }
    }

    @Test
    void saysInOneLineWhatStandsInTheWay() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("up", "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(1);
            assertThat(said())
                    .startsWith("Port " + taken.getLocalPort()
                            + " is taken by another program. Choose another: ./fuda up --port ");
        }
        Path file = Files.createFile(scratch.resolve("a-file"));
        assertThat(run("up", "--data", file.toString())).isEqualTo(1);
        assertThat(said()).startsWith("The data folder " + file + " cannot be written");
        assertThat(run("up", "--port", "http")).isEqualTo(1);
        assertThat(said()).isEqualTo("--port needs a number from 1 to 65535, and 'http' is none.\n");
        Files.createFile(data.resolve("refuse-to-start"));
        assertThat(run("up", "--port", String.valueOf(Ports.free()))).isEqualTo(1);
        assertThat(said()).contains("service ended while it started: 2026-01-01 ERROR it was told to refuse");
        Files.delete(scratch.resolve("root/gateway/target/fake-runner.jar"));
        assertThat(run("up", "--port", String.valueOf(Ports.free()))).isEqualTo(1);
        assertThat(said()).startsWith("The gateway service is not built");
    }

    private Process up() throws Exception {
        Process launcher = start("up", "--port", String.valueOf(Ports.free()));
        launched.add(launcher);
        await("the stack to be ready", () -> {
            assertThat(launcher.isAlive()).as(said()).isTrue();
            return said().contains("Ready after");
        });
        return launcher;
    }

    private int run(String... arguments) throws Exception {
        Process process = start(arguments);
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).as(said()).isTrue();
        return process.exitValue();
    }

    private Process start(String... arguments) throws IOException {
        output = Files.createTempFile(scratch, "output-", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command(arguments)).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> command(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfuda.root=" + scratch.resolve("root"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                arguments[0]));
        if (!Arrays.asList(arguments).contains("--data")) {
            line.addAll(List.of("--data", data.toString()));
        }
        line.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        return line;
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    private DataFolder folder() {
        return new DataFolder(data);
    }

    private static List<Long> parts(State state) {
        List<Long> pids = new ArrayList<>();
        List.of("postgres", "redis").forEach(name -> state.pid(name).ifPresent(pids::add));
        Arrays.stream(Service.values())
                .forEach(service -> state.pid(service.label()).ifPresent(pids::add));
        return pids;
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void await(String what, BooleanSupplier truth) {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
