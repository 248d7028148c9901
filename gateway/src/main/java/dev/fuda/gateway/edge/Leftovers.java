package dev.fuda.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Reads and drops what a client still sends after it has its answer. Unread, the rest of a refused upload would stand
 * before the next request on the connection, which then is never answered; and a client that sees its connection closed
 * while it sends may never look at the answer.
 */
public class Leftovers {

    /** Right after the kernel's request id, so that every other refusal is covered. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    /** How long a client may go on; then its connection is closed. */
    private static final long LINGER_MS = 5_000;

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(ctx -> {
            ctx.addEndHandler(end -> {
                if (end.succeeded()) {
                    drop(ctx);
                }
            });
            ctx.next();
        });
    }

    private static void drop(RoutingContext ctx) {
        HttpServerRequest in = ctx.request();
        if (in.isEnded()) {
            return;
        }
        long timer = ctx.vertx().setTimer(LINGER_MS, late -> close(ctx));
        in.exceptionHandler(gone -> ctx.vertx().cancelTimer(timer));
        in.handler(bytes -> {});
        in.endHandler(all -> ctx.vertx().cancelTimer(timer));
        in.resume();
    }

    private static void close(RoutingContext ctx) {
        // By now the connection may serve another request. (A page is routed twice, and has two of these timers.)
        if (!ctx.request().isEnded() && !ctx.response().reset()) {
            ctx.request().connection().close();
        }
    }
}
