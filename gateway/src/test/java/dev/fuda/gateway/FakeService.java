package dev.fuda.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays the dataset service, in every mood that a service can have; the other services' addresses answer nobody. Tests
 * ask it directly at {@code fake.url} what it saw.
 */
public class FakeService implements QuarkusTestResourceLifecycleManager {

    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setPort(0))
                .requestHandler(this::handle)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        String url = "http://127.0.0.1:" + server.actualPort();
        String nobody = "http://127.0.0.1:" + unusedPort();
        return Map.of(
                "fake.url", url,
                "fuda.gateway.services.dataset.url", url,
                "fuda.gateway.services.dictionary.url", nobody,
                "fuda.gateway.services.tagger.url", nobody,
                "fuda.gateway.services.training.url", url,
                "fuda.gateway.forward.service-token", "a-token-of-the-house",
                "fuda.gateway.forward.answer-within", "2s",
                "fuda.gateway.forward.connect-within", "2s",
                "fuda.gateway.forward.connections-per-service", "8");
    }

    private void handle(HttpServerRequest request) {
        int call = calls.computeIfAbsent(request.path(), path -> new AtomicInteger())
                .incrementAndGet();
        switch (request.path()) {
            case "/datasets/echo" -> echo(request);
            case "/datasets/sink" -> sink(request);
            case "/datasets/stream" -> stream(request, Long.parseLong(request.getParam("bytes")));
            case "/datasets/endless" -> stream(request, Long.MAX_VALUE);
            case "/datasets/silent", "/datasets/7/export" -> track(request);
            case "/datasets/breaks" ->
                request.response()
                        .putHeader("Content-Length", "100000")
                        .write("only this")
                        .onComplete(sent -> request.connection().close());
            case "/datasets/closes" -> request.connection().close();
            case "/datasets/closes-once" -> {
                if (call == 1) {
                    request.connection().close();
                } else {
                    request.response().end("second time");
                }
            }
            case "/datasets/full" -> request.response().setStatusCode(413).end("too much");
            case "/datasets/created" ->
                request.response()
                        .setStatusCode(201)
                        .putHeader("Location", request.absoluteURI().replace("created", "7?x=%20y"))
                        .end();
            case "/datasets/refuses" -> request.response().setStatusCode(401).end();
            case "/datasets/list" ->
                json(request, 200, "\"" + "x".repeat(Integer.parseInt(request.getParam("bytes"))) + "\"");
            case "/datasets/zipped" -> {
                request.response().putHeader("Content-Encoding", "zstd");
                json(request, 200, "x".repeat(20_000));
            }
            case "/datasets/picture" ->
                request.response().putHeader("Content-Type", "image/png").end("x".repeat(20_000));
            case "/datasets/range" ->
                request.response()
                        .setStatusCode(206)
                        .putHeader("Content-Range", "bytes 0-3/10")
                        .putHeader("Content-Type", "image/png")
                        .putHeader("ETag", "\"abc\"")
                        .putHeader("Content-Length", "4")
                        .end("PNG!");
            case "/jobs" -> {
                String state = request.getParam("state");
                json(request, 200, state == null || state.equals("running") ? "[" + job(1) + "," + job(3) + "]" : "[]");
            }
            case "/q/health/ready" -> json(request, 503, "{\"checks\":[{\"name\":\"tag index\",\"status\":\"DOWN\"}]}");
            case "/dead-letters" -> json(request, 200, "{\"items\":[],\"total\":3,\"page\":1,\"limit\":1}");
            case "/jobs/42" -> request.response().end("job 42");
            case "/state" ->
                request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(new JsonObject()
                                .put("open", open.get())
                                .put("calls", new JsonObject(Map.copyOf(callCounts())))
                                .encode());
            default -> request.response().setStatusCode(404).end("the service knows no " + request.path());
        }
    }

    private static void json(HttpServerRequest request, int status, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }

    private static String job(int minute) {
        return """
                {"id": "01a1fb32-f0e2-778e-bff5-68%010d", "kind": "scan", "title": "Scan %d", "state": "running",
                 "subject": null, "done": 7, "total": null, "failed": 0, "eta_seconds": null, "result": {"x": [1]},
                 "error": null, "created_at": "2026-11-20T10:0%d:00Z", "started_at": "2026-11-20T10:0%d:01Z",
                 "finished_at": null, "failures": [], "some_new_field": true}""".formatted(minute, minute, minute, minute);
    }

    private Map<String, Object> callCounts() {
        Map<String, Object> counts = new ConcurrentHashMap<>();
        calls.forEach((path, count) -> counts.put(path, count.get()));
        return counts;
    }

    private static void echo(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Fuda-Service-Token", "leaked")
                .putHeader("Connection", "X-Private")
                .putHeader("X-Private", "between the two")
                .putHeader("X-Public", "for everybody")
                .end(new JsonObject()
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .encode());
    }

    private static void sink(HttpServerRequest request) {
        long[] seen = {0};
        request.handler(bytes -> seen[0] += bytes.length());
        request.endHandler(end -> request.response().end(Long.toString(seen[0])));
    }

    private void stream(HttpServerRequest request, long bytes) {
        track(request);
        Buffer piece = Buffer.buffer(new byte[64 * 1024]);
        request.response().setChunked(true);
        pump(request, piece, bytes);
    }

    private void pump(HttpServerRequest request, Buffer piece, long left) {
        long rest = left;
        while (rest > 0
                && !request.response().writeQueueFull()
                && !request.response().closed()) {
            Buffer next = rest < piece.length() ? piece.slice(0, (int) rest) : piece;
            request.response().write(next);
            rest -= next.length();
        }
        if (rest <= 0) {
            request.response().end();
            return;
        }
        long remaining = rest;
        request.response().drainHandler(drained -> pump(request, piece, remaining));
    }

    private void track(HttpServerRequest request) {
        open.incrementAndGet();
        AtomicInteger once = new AtomicInteger();
        request.response().exceptionHandler(e -> {});
        request.response().closeHandler(closed -> {
            if (once.getAndIncrement() == 0) {
                open.decrementAndGet();
            }
        });
        request.response().endHandler(end -> {
            if (once.getAndIncrement() == 0) {
                open.decrementAndGet();
            }
        });
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
