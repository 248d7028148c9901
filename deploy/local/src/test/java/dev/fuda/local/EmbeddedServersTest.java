package dev.fuda.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The servers as a person's machine runs them: durable, in one folder, ended by force at any moment. */
class EmbeddedServersTest {

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        folder = Files.createTempDirectory(
                RunAs.current().reaches(target) ? target : Path.of(System.getProperty("java.io.tmpdir")), "servers-");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        BinaryCache.deleteTree(folder);
    }

    @Test
    void keepsCommittedRowsThroughKillAndRestart() throws SQLException {
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, 0, Durability.POWER_LOSS).start();
        try {
            DatabaseAccess database = postgres.ensureDatabase("fuda_dataset");
            run(database, "CREATE TABLE kept (id int); INSERT INTO kept SELECT generate_series(1, 1000)");
            postgres.kill();
            assertThat(postgres.isRunning()).isFalse();
            postgres.start();
            assertThat(single(database, "SELECT count(*) FROM kept")).isEqualTo("1000");
            postgres.stop();
            EmbeddedPostgres second = new EmbeddedPostgres(folder, 0, Durability.POWER_LOSS).start();
            try {
                assertThat(second.port()).isEqualTo(postgres.port());
                assertThat(second.ensureDatabase("fuda_dataset")).isEqualTo(database);
                assertThat(single(database, "SELECT count(*) FROM kept")).isEqualTo("1000");
            } finally {
                second.stop();
            }
        } finally {
            postgres.stop();
        }
    }

    @Test
    void isDurableAndKnowsUnicodeAndHasTheExtensions() throws SQLException {
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, 0, Durability.POWER_LOSS).start();
        try {
            DatabaseAccess database = postgres.ensureDatabase("fuda_dictionary");
            assertThat(single(database, "SHOW fsync")).isEqualTo("on");
            assertThat(single(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(single(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(single(database, "SELECT lower('ÄÖ')")).isEqualTo("äö");
            assertThat(single(database, "SELECT similarity('初音ミク', '初音ミク')")).isEqualTo("1");
            assertThat(single(database, "SELECT intset(3)::text")).isEqualTo("{3}");
        } finally {
            postgres.stop();
        }
    }

    @Test
    void asksForThePasswordAndKeepsItPrivate() throws IOException {
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, 0, Durability.PROCESS_KILL).start();
        try {
            DatabaseAccess database = postgres.ensureDatabase("fuda_tagger");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "fuda_tagger", "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("secrets/fuda_tagger"))))
                    .isEqualTo("rw-------");
        } finally {
            postgres.stop();
        }
    }

    @Test
    void startsOverALockFileWhoseProcessNumberIsSomebodyElses() throws IOException {
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, 0, Durability.PROCESS_KILL).start();
        postgres.kill();
        Path lock = folder.resolve("postgres/postmaster.pid");
        String text = Files.readString(lock);
        Files.writeString(lock, ProcessHandle.current().pid() + text.substring(text.indexOf('\n')));
        try {
            assertThat(postgres.start().isRunning()).isTrue();
        } finally {
            postgres.stop();
        }
    }

    @Test
    void takesOverFromAServerThatAKilledLauncherLeft() throws Exception {
        EmbeddedPostgres lost = new EmbeddedPostgres(folder, 0, Durability.PROCESS_KILL).start();
        EmbeddedRedis lostRedis = new EmbeddedRedis(folder, 0).start();
        long pid = lost.pid().orElseThrow();
        EmbeddedPostgres next = new EmbeddedPostgres(folder, 0, Durability.PROCESS_KILL).start();
        EmbeddedRedis nextRedis = new EmbeddedRedis(folder, 0).start();
        try {
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(next.port()).isEqualTo(lost.port());
            assertThat(nextRedis.port()).isEqualTo(lostRedis.port());
        } finally {
            next.stop();
            nextRedis.stop();
        }
    }

    @Test
    void redisKeepsItsDataThroughKill() throws Exception {
        EmbeddedRedis redis = new EmbeddedRedis(folder, 0).start();
        String password = new Secrets(folder.resolve("secrets")).get("redis");
        try {
            assertThat(RedisWire.ask(redis.port(), password, "SET kept 1")).isEqualTo("+OK");
            assertThat(RedisWire.ask(redis.port(), password, "CONFIG GET appendonly"))
                    .isEqualTo("*2");
            assertThat(RedisWire.ask(redis.port(), "guess", "PING")).startsWith("-WRONGPASS");
            // The append-only file is written by the operating system at once and flushed to disk every second.
            redis.kill();
            redis.start();
            assertThat(RedisWire.ask(redis.port(), password, "STRLEN kept")).isEqualTo(":1");
            redis.flushAll();
            assertThat(RedisWire.ask(redis.port(), password, "EXISTS kept")).isEqualTo(":0");
        } finally {
            redis.stop();
        }
    }

    @Test
    void saysInOneLineThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder, taken.getLocalPort(), Durability.PROCESS_KILL);
            assertThatThrownBy(postgres::start)
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " for PostgreSQL is taken");
        }
    }

    @Test
    void watchdogEndsTheServersOfAJvmThatIsGone() throws Exception {
        Process server = new ProcessBuilder("sleep", "600").start();
        try (Watchdog watchdog = Watchdog.shared()) {
            watchdog.watch(server.pid(), "TERM");
        }
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void run(DatabaseAccess database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(DatabaseAccess database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
