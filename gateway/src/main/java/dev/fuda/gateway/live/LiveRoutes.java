package dev.fuda.gateway.live;

import dev.fuda.gateway.ProblemAnswer;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.problem.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The live feed over HTTP: {@code GET /api/live} as server-sent events and {@code /api/live/ws} as a WebSocket. Both take
 * {@code types} and {@code subject} (lists with commas) and a place to resume from ({@code Last-Event-ID} or
 * {@code since}).
 */
public class LiveRoutes {

    private static final int MOST_CLIENTS = 1_000;

    @Inject
    LiveFeed feed;

    void register(@Observes Router router) {
        router.get("/api/live").order(0).handler(this::events);
        router.get("/api/live/ws").order(0).handler(this::socket);
    }

    private void events(RoutingContext ctx) {
        Optional<Problem> refusal = refusal(ctx);
        if (refusal.isPresent()) {
            ProblemAnswer.send(ctx, refusal.get());
            return;
        }
        HttpServerResponse out = ctx.response();
        out.setChunked(ctx.request().version() != HttpVersion.HTTP_1_0);
        out.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // A compressor collects bytes until a block is full, and these are meant for now.
                .putHeader("Content-Encoding", "identity")
                // A proxy in front must not collect what is meant for now.
                .putHeader("X-Accel-Buffering", "no");
        out.write("retry: 2000\n\n");
        Runnable leave = feed.open(filter(ctx), since(ctx), new Lines.Events(out, feed));
        ctx.addEndHandler(ended -> leave.run());
    }

    private void socket(RoutingContext ctx) {
        Optional<Problem> refusal = "websocket".equalsIgnoreCase(ctx.request().getHeader("Upgrade"))
                ? refusal(ctx)
                : Optional.of(new Problem(
                        426, "websocket-only", "This address speaks WebSocket only; /api/live sends events."));
        if (refusal.isPresent()) {
            ProblemAnswer.send(ctx, refusal.get());
            return;
        }
        ctx.request().toWebSocket().onSuccess(socket -> listen(ctx, socket));
    }

    private void listen(RoutingContext ctx, ServerWebSocket socket) {
        Runnable leave = feed.open(filter(ctx), since(ctx), new Lines.Socket(socket));
        socket.closeHandler(closed -> leave.run());
        socket.exceptionHandler(gone -> leave.run());
    }

    private Optional<Problem> refusal(RoutingContext ctx) {
        if (feed.clients() >= MOST_CLIENTS) {
            return Optional.of(new Problem(
                    429, "too-many-listeners", "Already " + MOST_CLIENTS + " clients listen; close some pages."));
        }
        Set<String> known = new TreeSet<>(EventCodec.types().keySet());
        known.add(Frame.PROGRESS);
        Set<String> strangers = new TreeSet<>(list(ctx, "types"));
        strangers.removeAll(known);
        return strangers.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.badRequest(
                                "unknown-type",
                                "There is no event type " + String.join(", ", strangers) + "; the types are "
                                        + String.join(", ", known) + ".")
                        .field("types", "unknown event type"));
    }

    private static Frame.Filter filter(RoutingContext ctx) {
        return new Frame.Filter(list(ctx, "types"), list(ctx, "subject"));
    }

    private static Optional<String> since(RoutingContext ctx) {
        String header = ctx.request().getHeader("Last-Event-ID");
        return Optional.ofNullable(header != null ? header : ctx.request().getParam("since"))
                .filter(cursor -> !cursor.isBlank());
    }

    private static Set<String> list(RoutingContext ctx, String name) {
        return ctx.request().params().getAll(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
