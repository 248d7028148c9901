package dev.fuda.gateway.forward;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Notices when nothing has moved for too long. One timer for each exchange, looked at when it fires instead of being set
 * anew with every byte.
 */
final class Silence {

    private final Vertx vertx;
    private final long limitMs;
    private final Runnable tooLong;
    private long timer;
    private long lastMove = System.nanoTime();

    /** Begins at once; {@code tooLong} runs at most once, on the event loop that made this. */
    Silence(Vertx vertx, Duration limit, Runnable tooLong) {
        this.vertx = vertx;
        this.limitMs = Math.max(1, limit.toMillis());
        this.tooLong = tooLong;
        lookIn(limitMs);
    }

    /** Something moved. */
    void interrupt() {
        lastMove = System.nanoTime();
    }

    /** Nobody minds silence any more. */
    void end() {
        vertx.cancelTimer(timer);
    }

    private void lookIn(long millis) {
        timer = vertx.setTimer(millis, fired -> {
            long left = limitMs - Duration.ofNanos(System.nanoTime() - lastMove).toMillis();
            if (left > 0) {
                lookIn(left);
            } else {
                tooLong.run();
            }
        });
    }
}
