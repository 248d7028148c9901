package dev.fuda.dictionary.replicas;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Lies between a service and its database, and can fall silent: nothing arrives any more, and neither end is told. */
final class Cable implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final AtomicInteger cuts = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();

    /** @param target a port on the loopback address */
    Cable(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Connections from before stay open and carry nothing any more; new ones do. */
    void cut() {
        cuts.incrementAndGet();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = keep(server.accept());
                Socket far = keep(new Socket(InetAddress.getLoopbackAddress(), target));
                int age = cuts.get();
                Thread.ofVirtual().start(() -> carry(near, far, age));
                Thread.ofVirtual().start(() -> carry(far, near, age));
            } catch (IOException e) {
                // Closed, or the database is not there.
            }
        }
    }

    private Socket keep(Socket socket) {
        synchronized (sockets) {
            sockets.add(socket);
        }
        return socket;
    }

    private void carry(Socket from, Socket to, int age) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] part = new byte[8192];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                if (cuts.get() == age) {
                    out.write(part, 0, length);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // One end closed it.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
