package dev.fuda.gateway.forward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.gateway.FakeService;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(FakeService.class)
@WithTestResource(LocalStackResource.class)
class ForwardTest {

    private static final long MANY = 300L << 20;

    private static final Map<HttpClient.Version, HttpClient> CLIENTS = Stream.of(HttpClient.Version.values())
            .collect(Collectors.toMap(
                    version -> version,
                    version -> HttpClient.newBuilder().version(version).build()));

    @TestHTTPResource
    URI gateway;

    @ConfigProperty(name = "fake.url")
    String fake;

    @Test
    void stripsApiAndKeepsQueryAndEscapes() {
        given().urlEncodingEnabled(false)
                .get("/api/datasets/echo?search=a%20b%2Cc&page=2")
                .then()
                .statusCode(200)
                .body("method", equalTo("GET"))
                .body("uri", equalTo("/datasets/echo?search=a%20b%2Cc&page=2"));
    }

    @Test
    void saysWhoAsksAndBelievesNobodyElse() {
        given().header("X-Fuda-User", "mallory")
                .header("X-Fuda-Service-Token", "guess")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Request-Id", "from-the-client-1")
                .get("/api/datasets/echo")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "from-the-client-1")
                .body("headers.x-fuda-user", equalTo("local"))
                .body("headers.x-fuda-service-token", equalTo("a-token-of-the-house"))
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-prefix", equalTo("/api"))
                .body("headers.x-request-id", equalTo("from-the-client-1"));
    }

    @Test
    void makesRequestIdWhenMalformed() {
        given().header("X-Request-Id", "a b\"c")
                .get("/api/datasets/echo")
                .then()
                .header(
                        "X-Request-Id",
                        matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void keepsHopByHopHeadersToOneHop() {
        given().header("Connection", "close, X-Secret")
                .header("X-Secret", "for the gateway")
                .header("TE", "trailers")
                .get("/api/datasets/echo")
                .then()
                .statusCode(200)
                .body("headers.x-secret", nullValue())
                .body("headers.te", nullValue())
                .header("X-Private", nullValue())
                .header("X-Fuda-Service-Token", nullValue())
                .header("X-Public", "for everybody");
    }

    @Test
    void cannotBeLedOutOfThePrefix() {
        given().urlEncodingEnabled(false)
                .get("/api/datasets/%2e%2e/state")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void streamsUploadsLargerThanItsLimitsForResources(HttpClient.Version version) throws Exception {
        byte[] piece = new byte[1 << 16];
        HttpRequest upload = HttpRequest.newBuilder(at("/api/datasets/sink"))
                .POST(BodyPublishers.ofInputStream(() -> new Zeros(MANY, piece)))
                .build();
        assertThat(CLIENTS.get(version).send(upload, BodyHandlers.ofString()).body())
                .isEqualTo(Long.toString(MANY));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void waitsForContinueBeforeTheBody(HttpClient.Version version) throws Exception {
        HttpRequest upload = HttpRequest.newBuilder(at("/api/datasets/sink"))
                .expectContinue(true)
                .POST(BodyPublishers.ofByteArray(new byte[100_000]))
                .build();
        assertThat(CLIENTS.get(version).send(upload, BodyHandlers.ofString()).body())
                .isEqualTo("100000");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void streamsDownloads(HttpClient.Version version) throws Exception {
        HttpRequest download =
                HttpRequest.newBuilder(at("/api/datasets/stream?bytes=" + MANY)).build();
        try (InputStream body = CLIENTS.get(version)
                .send(download, BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(MANY);
        }
    }

    @Test
    void passesRangesAndValidators() {
        given().header("Range", "bytes=0-3")
                .get("/api/datasets/range")
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 0-3/10")
                .header("ETag", "\"abc\"")
                .header("Content-Encoding", nullValue())
                .body(equalTo("PNG!"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/datasets/list?bytes=20000, gzip",
        "/api/datasets/list?bytes=300,   ",
        "/api/datasets/range,            ",
        "/api/datasets/picture,          ",
        "/api/datasets/zipped,       zstd"
    })
    void compressesLongTextOnly(String path, String encoding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer =
                CLIENTS.get(HttpClient.Version.HTTP_1_1).send(request, BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding").orElse(null)).isEqualTo(encoding);
    }

    @Test
    void answersHeadWithTheLengthOfGet() {
        given().head("/api/datasets/range").then().statusCode(206).header("Content-Length", "4");
    }

    @Test
    void rewritesLocationToItsOwnAddress() {
        given().post("/api/datasets/created").then().statusCode(201).header("Location", "/api/datasets/7?x=%20y");
    }

    @Test
    void reachesHousekeepingOfEachServiceAndNothingElse() {
        given().get("/api/services/dataset/jobs/42").then().statusCode(200).body(equalTo("job 42"));
        given().get("/api/services/dataset/state").then().statusCode(404).body("code", equalTo("not-found"));
        given().get("/api/services/nobody/jobs").then().statusCode(404);
    }

    @Test
    void namesTheServiceThatIsDown() {
        given().get("/api/taggers/models")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service-down"))
                .body("service", equalTo("tagger"))
                .body("detail", containsString("tagger service does not answer; your request was not carried out"))
                .body("request_id", notNullValue());
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void answersUploadToAServiceThatIsDown(HttpClient.Version version) throws Exception {
        HttpRequest upload = HttpRequest.newBuilder(at("/api/taggers/predict"))
                .POST(BodyPublishers.ofByteArray(new byte[5 << 20]))
                .build();
        assertThat(CLIENTS.get(version).send(upload, BodyHandlers.ofString()).statusCode())
                .isEqualTo(503);
    }

    @Test
    void givesUpOnSilence() {
        given().post("/api/datasets/silent")
                .then()
                .statusCode(504)
                .body("code", equalTo("service-silent"))
                .body("detail", containsString("not certain"));
        await().atMost(Duration.ofSeconds(5)).until(() -> open() == 0);
    }

    @Test
    void repeatsAReadOnceWhenTheConnectionBroke() {
        given().get("/api/datasets/closes-once").then().statusCode(200).body(equalTo("second time"));
    }

    @Test
    void doesNotRepeatAChange() {
        given().post("/api/datasets/closes").then().statusCode(502).body("code", equalTo("service-broke-off"));
        given().get(fake + "/state").then().body("calls.'/datasets/closes'", equalTo(1));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void breaksOffWhenTheServiceDoes(HttpClient.Version version) {
        HttpRequest download =
                HttpRequest.newBuilder(at("/api/datasets/breaks")).build();
        assertThatThrownBy(() -> CLIENTS.get(version).send(download, BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void explainsATokenThatDoesNotMatch() {
        given().get("/api/datasets/refuses").then().statusCode(502).body("code", equalTo("service-token-refused"));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void deliversAnAnswerThatComesBeforeTheUploadEnds(HttpClient.Version version) throws Exception {
        HttpRequest upload = HttpRequest.newBuilder(at("/api/datasets/full"))
                .POST(BodyPublishers.ofByteArray(new byte[20 << 20]))
                .build();
        HttpResponse<String> answer = CLIENTS.get(version).send(upload, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("too much");
    }

    @Test
    void givesConnectionsBackWhenClientsLeave() throws IOException {
        for (int i = 0; i < 40; i++) {
            try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write(("GET /api/datasets/endless HTTP/1.1\r\nHost: localhost:" + gateway.getPort()
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                        .as("round %d", i)
                        .isEqualTo("HTTP/1.1 200 OK");
                assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
            }
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> open() == 0);
        given().get("/api/datasets/echo").then().statusCode(200);
    }

    @Test
    void tellsAClientThatStallsItsUpload() throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /api/datasets/sink HTTP/1.1\r\nHost: localhost:" + gateway.getPort()
                                    + "\r\nContent-Length: 100\r\n\r\nabc")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 408");
        }
    }

    private int open() {
        return given().get(fake + "/state").then().extract().path("open");
    }

    private URI at(String path) {
        return gateway.resolve(path);
    }

    /** A body of zeros that is never in memory as a whole. */
    private static final class Zeros extends InputStream {
        private final byte[] piece;
        private long left;

        Zeros(long length, byte[] piece) {
            this.left = length;
            this.piece = piece;
            Arrays.fill(piece, (byte) 0);
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, Math.min(length, piece.length));
            System.arraycopy(piece, 0, into, offset, count);
            left -= count;
            return count;
        }
    }
}
