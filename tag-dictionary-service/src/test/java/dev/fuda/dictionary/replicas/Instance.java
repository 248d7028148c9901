package dev.fuda.dictionary.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.local.Build;
import dev.fuda.local.DatabaseAccess;
import dev.fuda.local.Ports;
import dev.fuda.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged service as a process of its own, one of several on the same database. */
final class Instance implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final Path folder;
    private final Map<String, String> environment;
    private final int port = Ports.free();
    private Process process;

    /**
     * @param name under which its connections are known to PostgreSQL
     * @param databasePort where it finds PostgreSQL
     * @param folder where all of them keep their data; each has a folder of its own there for its log
     */
    Instance(String name, DatabaseAccess database, int databasePort, String redis, Path folder) throws IOException {
        this.name = name;
        this.folder = Files.createDirectories(folder.resolve(name));
        String address = "postgresql://" + database.host() + ":" + databasePort + "/" + database.name();
        this.environment = Map.of(
                "FUDA_HTTP_PORT",
                String.valueOf(port),
                "FUDA_DATA",
                folder.toString(),
                "FUDA_JOBS_LEASE",
                "3s",
                "FUDA_REDIS_URL",
                redis,
                "FUDA_DB_USER",
                database.user(),
                "FUDA_DB_PASSWORD",
                database.password(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:" + address + "?ApplicationName=" + name,
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                address + "?application_name=" + name);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    String name() {
        return name;
    }

    /** Returns before it is ready, see {@link #awaitReady}. */
    void start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Service.DICTIONARY.jvmOptions());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                new Build(Path.of(System.getProperty("fuda.root")))
                        .runner(Service.DICTIONARY)
                        .toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    void awaitReady() {
        await().atMost(PATIENCE.multipliedBy(4))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    assertThat(process.isAlive()).as(Files.readString(log())).isTrue();
                    return ask("GET", "/q/health/ready", BodyPublishers.noBody(), "*/*")
                                    .statusCode()
                            == 200;
                });
    }

    private Path log() {
        return folder.resolve("service.log");
    }

    /** SIGKILL. */
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
        http.close();
    }

    private HttpResponse<String> ask(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, body)
                        .header("Content-Type", type)
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends JSON, and reads the JSON that comes back with a status below 300; null where nothing does. */
    JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        return read(
                ask(
                        method,
                        path,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)),
                        "application/json"),
                method + " " + path + " " + body);
    }

    /** Imports a list in CSV and waits for it. */
    JsonNode importTags(String rows) throws IOException, InterruptedException {
        return importTags("/tag-dictionary/import", rows, "skip");
    }

    /** Imports a list in CSV, by the path of an import that is waited for or of one that is not. */
    JsonNode importTags(String path, String rows, String conflicts) throws IOException, InterruptedException {
        String form = "--edge\r\nContent-Disposition: form-data; name=\"conflict_resolution\"\r\n\r\n" + conflicts
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tags.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + rows + "\r\n--edge--\r\n";
        return read(ask("POST", path, BodyPublishers.ofString(form), "multipart/form-data; boundary=edge"), "import");
    }

    private static JsonNode read(HttpResponse<String> answer, String what) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(what + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? null : JSON.readTree(answer.body());
    }

    /** The answer to a search as it came. */
    String search(String query, String means) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(
                "GET",
                "/tag-dictionary/search?means=" + means + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                BodyPublishers.noBody(),
                "*/*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** What begins with this, or has another name that does: the names of the tags in their order. */
    List<String> find(String beginning) {
        try {
            List<String> tags = new ArrayList<>();
            JSON.readTree(search(beginning, "prefix"))
                    .path("results")
                    .forEach(tag -> tags.add(tag.path("tag").asText()));
            return tags;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(name + " does not answer", e);
        }
    }
}
