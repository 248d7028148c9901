package dev.fuda.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.gateway.FakeService;
import dev.fuda.kernel.loop.RedisLink;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeService.class)
@WithTestResource(LocalStackResource.class)
class LiveFeedTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TestHTTPResource("/api/live")
    URI address;

    @Inject
    LiveFeed feed;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisUrl;

    private final HttpClient client = HttpClient.newHttpClient();
    private RedisLink redis;

    @BeforeEach
    void waitForTheFeed() {
        redis = new RedisLink(vertx, redisUrl);
        await().atMost(SOON).until(feed::connected);
    }

    @AfterEach
    void close() {
        redis.close();
        client.shutdownNow();
        await().atMost(SOON).until(() -> feed.clients() == 0);
    }

    @Test
    void sendsEventsAndProgressAsTheyHappen() throws Exception {
        Listener listener = listen("", null);
        String dataset = announce("fuda:dataset", "ItemIndexed");
        String progress = announce("fuda:progress", "JobProgressed");
        await().atMost(SOON).until(() -> listener.has(dataset) && listener.has(progress));
        JsonObject frame = listener.frame(dataset);
        assertThat(frame.getString("stream")).isEqualTo("fuda:dataset");
        assertThat(frame.getString("type")).isEqualTo("ItemIndexed");
        assertThat(frame.getString("id")).matches("\\d+-\\d+");
        assertThat(frame.getJsonObject("data").getString("mark")).isEqualTo(dataset);
        assertThat(listener.lines).anyMatch(line -> line.startsWith("id: "));
    }

    @Test
    void sendsOnlyTheTypesAskedFor() throws Exception {
        Listener listener = listen("?types=TagChanged,AliasChanged", null);
        String unwanted = announce("fuda:dataset", "ItemIndexed");
        String wanted = announce("fuda:dictionary", "TagChanged");
        await().atMost(SOON).until(() -> listener.has(wanted));
        assertThat(listener.has(unwanted)).isFalse();
    }

    @Test
    void resumesWhereTheBrowserLeftOff() throws Exception {
        Listener first = listen("", null);
        String seen = announce("fuda:dataset", "ItemIndexed");
        await().atMost(SOON).until(() -> first.has(seen));
        String cursor = first.frame(seen).getString("cursor");
        String missed = announce("fuda:dataset", "ItemRemoved");
        await().atMost(SOON).until(() -> first.has(missed));
        Listener second = listen("", cursor);
        await().atMost(SOON).until(() -> second.has(missed));
        assertThat(second.has(seen)).isFalse();
    }

    @Test
    void tellsAStrangerToAskAnew() throws Exception {
        Listener listener = listen("?types=TagChanged", "zzz-12");
        await().atMost(SOON).until(() -> listener.lines.stream().anyMatch(line -> line.contains("\"Resync\"")));
    }

    @Test
    void speaksWebSocketToo() throws Exception {
        List<String> messages = new CopyOnWriteArrayList<>();
        URI socketAddress = URI.create(address.toString().replace("http:", "ws:") + "/ws?types=RunChanged");
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(socketAddress, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        messages.add(text.toString());
                        from.request(1);
                        return null;
                    }
                })
                .join();
        await().atMost(SOON).until(() -> feed.clients() == 1);
        String mark = announce("fuda:training", "RunChanged");
        await().atMost(SOON).until(() -> messages.stream().anyMatch(message -> message.contains(mark)));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "enough");
    }

    @Test
    void refusesTypesThatDoNotExist() {
        given().get("/api/live?types=TagChanged,Nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-type"))
                .body("detail", containsString("Nonsense"));
        given().get("/api/live/ws").then().statusCode(426);
    }

    @Test
    void survivesRestartsAndFlushesOfRedis() throws Exception {
        Listener listener = listen("", null);
        String before = announce("fuda:tagger", "ItemTagged");
        await().atMost(SOON).until(() -> listener.has(before));
        LocalStackResource.killRedis();
        LocalStackResource.startRedis();
        await().atMost(Duration.ofSeconds(20)).until(() -> announced("fuda:tagger", listener));
        LocalStackResource.flushRedis();
        await().atMost(Duration.ofSeconds(20)).until(() -> announced("fuda:tagger", listener));
    }

    private boolean announced(String stream, Listener listener) throws InterruptedException {
        try {
            String mark = announce(stream, "ItemTagged");
            await().atMost(Duration.ofSeconds(5)).until(() -> listener.has(mark));
            return true;
        } catch (IOException redisIsAway) {
            return false;
        }
    }

    /** Puts an event on a stream and returns the mark to know it by. */
    private String announce(String stream, String type) throws IOException, InterruptedException {
        String mark = UUID.randomUUID().toString();
        redis.send(
                Request.cmd(Command.XADD)
                        .arg(stream)
                        .arg("*")
                        .arg("type")
                        .arg(type)
                        .arg("subject")
                        .arg("item/1")
                        .arg("time")
                        .arg(Instant.now().toString())
                        .arg("data")
                        .arg("{\"mark\":\"" + mark + "\"}"),
                Duration.ofSeconds(5));
        return mark;
    }

    private Listener listen(String query, String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + query));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        InputStream body =
                client.send(request.build(), BodyHandlers.ofInputStream()).body();
        Listener listener = new Listener();
        Thread.ofVirtual().start(() -> listener.readAll(body));
        await().atMost(SOON).until(() -> listener.lines.contains("retry: 2000"));
        return listener;
    }

    private static final class Listener {
        final List<String> lines = new CopyOnWriteArrayList<>();

        void readAll(InputStream body) {
            try (var reader = new java.io.BufferedReader(new java.io.InputStreamReader(body))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | java.io.UncheckedIOException closed) {
                lines.add("closed");
            }
        }

        boolean has(String mark) {
            return lines.stream().anyMatch(line -> line.contains(mark));
        }

        JsonObject frame(String mark) {
            return lines.stream()
                    .filter(line -> line.contains(mark))
                    .map(line -> new JsonObject(line.substring("data: ".length())))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
