package dev.fuda.fuzz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with faults that are known: each must be found, and nothing else. */
class HttpFuzzTest {

    private static final String CONTRACT = """
            openapi: 3.1.0
            paths:
              /birds:
                get:
                  operationId: listBirds
                  parameters:
                  - {name: limit, in: query, schema: {type: integer}}
                post:
                  operationId: addBird
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/Bird"}
              /birds/{bird_id}:
                get:
                  operationId: getBird
                  parameters:
                  - {name: bird_id, in: path, schema: {type: integer}}
            components:
              schemas:
                Bird:
                  type: object
                  properties:
                    name: {type: string}
                    colors: {type: array, items: {type: string}}
            """;

    private static final String PROBLEM = "{\"detail\": \"There is no such bird.\"}";

    @TempDir
    Path folder;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile int statusForNul = 400;
    private volatile String refusal = PROBLEM;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(asked);
        if (body.contains("\\u0000")) {
            send(exchange, statusForNul, "application/problem+json", refusal);
        } else if (asked.equals("/birds")) {
            send(exchange, 200, "application/json", "[{\"id\": 4711, \"name\": \"wren\"}]");
        } else {
            send(exchange, 404, "application/problem+json", PROBLEM);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private HttpFuzz.Report fuzz() throws Exception {
        Path contract = Files.writeString(folder.resolve("openapi.yaml"), CONTRACT);
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HttpFuzz(base, Contract.read(contract), 20261121).run(900, 1);
    }

    @Test
    void asksEverythingAndFindsNothingWhereNothingIs() throws Exception {
        HttpFuzz.Report report = fuzz();
        assertThat(report.faults()).isEmpty();
        assertThat(report.operations()).isEqualTo(3);
        assertThat(report.statuses().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(900);
        assertThat(seen).as("an id of an answer is asked for").contains("/birds/4711");
    }

    @Test
    void findsAFailureThatOneCharacterMakes() throws Exception {
        statusForNul = 500;
        HttpFuzz.Report report = fuzz();
        assertThat(report.faulty()).isEqualTo(report.statuses().get(500)).isPositive();
        assertThat(report.faults()).singleElement().asString().contains("POST /birds", "\\u0000", "500");
    }

    @Test
    void findsARefusalWithoutWords() throws Exception {
        refusal = "{\"detail\": \" \"}";
        assertThat(fuzz().faults()).singleElement().asString().contains("POST /birds", "400");
    }

    @Test
    void findsBrokenJson() throws Exception {
        refusal = "{\"detail\": ";
        assertThat(fuzz().faults()).anySatisfy(fault -> assertThat(fault).contains("POST /birds"));
    }
}
