package dev.fuda.dataset.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.fuda.kernel.web.JsonDefaults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<String> token = new AtomicReference<>();
    private volatile int failures;
    private volatile String answer = "{\"results\":[]}";
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tag-dictionary/resolve", exchange -> {
            exchange.getRequestBody().readAllBytes();
            token.set(exchange.getRequestHeaders().getFirst("X-Fuda-Service-Token"));
            byte[] body = answer.getBytes();
            exchange.sendResponseHeaders(calls.incrementAndGet() <= failures ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private Dictionary dictionary(int port) {
        return new Dictionary(
                JsonDefaults.mapper(),
                URI.create("http://127.0.0.1:" + port),
                Duration.ofSeconds(2),
                Optional.of("secret"));
    }

    @Test
    void tellsWhatNamesMeanElsewhere() throws InterruptedException {
        answer = """
                {"results":[{"name":"longhair","status":"alias","tag":"long_hair","category":"general","candidates":[]},
                  {"name":"smile","status":"exact","tag":"smile"},{"name":"x","status":"unknown","tag":null},
                  {"name":"mantle","status":"ambiguous","tag":null,"candidates":["a","b"]}]}
                """;
        assertThat(dictionary(server.getAddress().getPort()).meanings(List.of("longhair", "smile", "x", "mantle")))
                .hasValue(Map.of("longhair", "long_hair"));
        assertThat(token).hasValue("secret");
    }

    @Test
    void asksASecondTime() throws InterruptedException {
        failures = 1;
        assertThat(dictionary(server.getAddress().getPort()).meanings(List.of("a")))
                .hasValue(Map.of());
        assertThat(calls).hasValue(2);
    }

    @Test
    void saysThatItIsAway() throws InterruptedException {
        failures = 9;
        assertThat(dictionary(server.getAddress().getPort()).meanings(List.of("a")))
                .isEmpty();
        assertThat(dictionary(1).meanings(List.of("a"))).isEmpty();
        answer = "no json";
        failures = 0;
        assertThat(dictionary(server.getAddress().getPort()).meanings(List.of("a")))
                .isEmpty();
    }
}
