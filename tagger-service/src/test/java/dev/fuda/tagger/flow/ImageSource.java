package dev.fuda.tagger.flow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fuda.tagger.image.TestImages;
import dev.fuda.tagger.palette.Pictures;
import dev.fuda.tagger.score.Sha256;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands for the dataset service: image {@code n} is always the same picture, so that a test knows its hash.
 * {@code /image/n} gives it, {@code /flaky/n} only at the third time of asking, {@code /truncated/n} half of it,
 * {@code /text/n} something else, {@code /huge/n} more than is allowed; anything else is not there.
 * {@code /asked/n} tells how often image n was given.
 */
public final class ImageSource implements QuarkusTestResourceLifecycleManager {

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("No port for the image source", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        return Map.of(
                "fuda.tagger.dataset-url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** The bytes of image n. */
    public static byte[] image(int n) {
        int[] picture = Pictures.scene(n, shade -> Pictures.rgb(shade, shade * n & 0xff, 255 - shade));
        return TestImages.file(".png", picture, Pictures.SIDE);
    }

    /** The hash of what a path gives. */
    public static String hash(String path) {
        return Sha256.of(bytes(path.split("/")));
    }

    private static byte[] bytes(String[] path) {
        byte[] whole = image(Integer.parseInt(path[2]));
        return switch (path[1]) {
            case "truncated" -> Arrays.copyOf(whole, whole.length / 2);
            case "text" -> ("No image " + path[2]).getBytes(StandardCharsets.UTF_8);
            case "huge" -> new byte[2_000_000];
            default -> whole;
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (path[1].equals("asked")) {
            AtomicInteger times = asked.getOrDefault(path[2], new AtomicInteger());
            send(exchange, 200, times.toString().getBytes(StandardCharsets.UTF_8));
            return;
        }
        int times = asked.computeIfAbsent(path[2], n -> new AtomicInteger()).incrementAndGet();
        switch (path[1]) {
            case "image", "truncated", "text", "huge" -> send(exchange, 200, bytes(path));
            case "flaky" -> send(exchange, times < 3 ? 503 : 200, bytes(path));
            default -> send(exchange, 404, new byte[] {'-'});
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
