package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** TCP ports on the loopback address: which are free, and which this data folder chose before. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free TCP port on 127.0.0.1", e);
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The port {@code name} used last time by this folder when it is still free, else a free one, remembered in {@code file}.
     * Keeping ports makes addresses in logs and bookmarks stay true between starts.
     */
    static int remembered(Path file, String name) {
        return remembered(file, name, 0);
    }

    /** As above, with a port to try before any free one is taken; 0 for none. */
    static synchronized int remembered(Path file, String name, int preferred) {
        Properties known = new Properties();
        try {
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    known.load(in);
                }
            }
            int port = Integer.parseInt(known.getProperty(name, "0"));
            if (port == 0 || !isFree(port)) {
                port = preferred != 0 && isFree(preferred) ? preferred : free();
                // A free port stays free until its server starts, so that it could be drawn for another name too.
                while (known.containsValue(String.valueOf(port))) {
                    port = free();
                }
                known.setProperty(name, String.valueOf(port));
                try (var out = Files.newBufferedWriter(file)) {
                    known.store(out, null);
                }
            }
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the chosen ports in " + file, e);
        }
    }
}
