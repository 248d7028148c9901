package dev.fuda.gateway.live;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/** The two ways in which frames reach a browser. */
final class Lines {

    private Lines() {}

    /** Server-sent events; the id of each is the cursor that the browser comes back with. */
    record Events(HttpServerResponse out, LiveFeed feed) implements Subscriber.Line {
        @Override
        public Future<Void> send(List<Frame> frames) {
            Buffer text = Buffer.buffer();
            for (Frame frame : frames) {
                text.appendString("id: " + feed.cursor(frame) + "\ndata: " + frame.json() + "\n\n");
            }
            return write(text);
        }

        @Override
        public Future<Void> beat() {
            return write(Buffer.buffer(": still here\n\n"));
        }

        private Future<Void> write(Buffer text) {
            return out.ended() || out.closed() ? Future.failedFuture("The client is gone") : out.write(text);
        }

        @Override
        public void close() {
            if (!out.ended() && !out.closed()) {
                out.end();
            }
        }
    }

    /** A WebSocket, one text message for each frame. */
    record Socket(ServerWebSocket socket) implements Subscriber.Line {
        @Override
        public Future<Void> send(List<Frame> frames) {
            Future<Void> last = Future.succeededFuture();
            for (Frame frame : frames) {
                last = socket.writeTextMessage(frame.json());
            }
            return last;
        }

        @Override
        public Future<Void> beat() {
            return socket.writePing(Buffer.buffer("fuda"));
        }

        @Override
        public void close() {
            if (!socket.isClosed()) {
                socket.close();
            }
        }
    }
}
