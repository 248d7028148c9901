package dev.fuda.gateway.live;

import io.vertx.core.Future;
import java.util.List;

/**
 * One open client of the feed. A batch is sent when the one before has left, so a slow client fills its own mailbox and
 * nobody else waits.
 */
final class Subscriber {

    private static final int CAPACITY = 512;
    private static final int BATCH = 64;

    private final Frame.Filter filter;
    private final Line line;
    private final Mailbox mailbox = new Mailbox(CAPACITY);
    private boolean sending;
    private boolean closed;
    private int beatsWithoutProgress;

    /** How frames reach a client: server-sent events or a WebSocket. */
    interface Line {
        /** Completes when the bytes have left; a failure means that the client is gone. */
        Future<Void> send(List<Frame> frames);

        /** Shows the client, and the network between, that the line is alive. */
        Future<Void> beat();

        /** Ends the connection. */
        void close();
    }

    Subscriber(Frame.Filter filter, Line line) {
        this.filter = filter;
        this.line = line;
    }

    /** Sends the frame now, or when the client is ready for it. */
    void offer(Frame frame, Frame resync) {
        if (!filter.wants(frame)) {
            return;
        }
        synchronized (this) {
            mailbox.add(frame, resync);
        }
        sendNext();
    }

    /** Sends a sign of life; a client that took nothing during {@code patience} beats is given up. */
    void beat(int patience) {
        boolean stuck;
        synchronized (this) {
            if (closed) {
                return;
            }
            if (sending && ++beatsWithoutProgress <= patience) {
                return;
            }
            stuck = sending;
            sending = true;
        }
        if (stuck) {
            close();
        } else {
            line.beat().onComplete(sent -> sent(sent.succeeded()));
        }
    }

    /** Ends the line; harmless when it has ended. */
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        line.close();
    }

    private void sendNext() {
        List<Frame> batch;
        synchronized (this) {
            if (sending || closed) {
                return;
            }
            batch = mailbox.take(BATCH);
            if (batch.isEmpty()) {
                return;
            }
            sending = true;
        }
        line.send(batch).onComplete(sent -> sent(sent.succeeded()));
    }

    private void sent(boolean arrived) {
        synchronized (this) {
            sending = false;
            beatsWithoutProgress = 0;
        }
        if (arrived) {
            sendNext();
        } else {
            close();
        }
    }
}
