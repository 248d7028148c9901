package dev.fuda.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a service whether it can answer. */
final class Readiness {

    private static final int TIMEOUT_MILLIS = 2_000;

    private Readiness() {}

    /** One question to {@code /q/health/ready}: true for 200. */
    static boolean ready(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** How long something took, as people read it: {@code 850 ms}, {@code 3.2 s}. */
    static String text(Duration took) {
        return took.toMillis() < 1000
                ? took.toMillis() + " ms"
                : String.format(java.util.Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
