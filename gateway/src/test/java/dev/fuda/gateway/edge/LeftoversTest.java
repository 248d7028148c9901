package dev.fuda.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuda.gateway.FakeService;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection goes on after a large body that nobody wanted. */
@QuarkusTest
@WithTestResource(FakeService.class)
@WithTestResource(LocalStackResource.class)
class LeftoversTest {

    private static final int LARGE = 2 << 20;

    @TestHTTPResource
    URI gateway;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /api/services/nobody/dead-letters/1",
                "GET /api/jobs?limit=many",
                "GET /api/system",
                "POST /api/nowhere"
            })
    void answersTheNextRequest(String first) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            send(out, first + " HTTP/1.1", "Content-Length: " + LARGE);
            out.write(new byte[LARGE]);
            send(out, "GET /api/system?second HTTP/1.1", "Connection: close");
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 ")).hasSize(3);
            assertThat(answers.substring(answers.lastIndexOf("HTTP/1.1 "))).startsWith("HTTP/1.1 200");
        }
    }

    /** A page is routed twice, once by its own path and once as the frontend's. */
    @Test
    void leavesTheConnectionToTheNextRequest() throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(6_000);
            InputStream in = socket.getInputStream();
            send(socket.getOutputStream(), "GET /dataset/1 HTTP/1.1");
            assertThat(in.read(new byte[LARGE])).isPositive();
            send(socket.getOutputStream(), "GET /api/live HTTP/1.1");
            assertThatThrownBy(() -> in.transferTo(OutputStream.nullOutputStream()))
                    .as("the feed goes on until nobody waits for it")
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private void send(OutputStream out, String... lines) throws IOException {
        String head = String.join("\r\n", lines) + "\r\nHost: localhost:" + gateway.getPort() + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }
}
