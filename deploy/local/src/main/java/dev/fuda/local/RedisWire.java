package dev.fuda.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The few words of the Redis protocol that running a server needs: one inline command, one line of answer. */
final class RedisWire {

    private static final int TIMEOUT_MILLIS = 2_000;

    private RedisWire() {}

    /** Signs in and sends {@code command}; answers its first line, for example {@code +PONG} or {@code -LOADING …}. */
    static String ask(int port, String password, String command) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            // A FLUSHALL or SAVE of a full server answers late; signing in does not.
            socket.setSoTimeout(TIMEOUT_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            send(socket, "AUTH " + password);
            String signedIn = line(in);
            if (!signedIn.equals("+OK")) {
                return signedIn;
            }
            socket.setSoTimeout(30 * TIMEOUT_MILLIS);
            send(socket, command);
            return line(in);
        }
    }

    private static void send(Socket socket, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }
}
