package dev.fuda.gateway.forward;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers cross the gateway: what belongs to one connection, or is ours to say, stays behind. */
final class ForwardHeaders {

    /** RFC 9110 §7.6.1, with the two that never were standard. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Said by the gateway alone, whatever a client claims. */
    private static final Set<String> OURS_IN_REQUESTS = Set.of(
            "host",
            "expect",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-forwarded-prefix",
            "x-forwarded-port",
            "x-real-ip",
            "x-request-id");

    private static final int WORTH_COMPRESSING = 8 * 1024;

    private static final String FUDA = "x-fuda-";

    private ForwardHeaders() {}

    /** Copies what a client may say to a service. */
    static void request(MultiMap from, MultiMap to) {
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name)
                    && !OURS_IN_REQUESTS.contains(name)
                    && !name.startsWith(FUDA)
                    && !named.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    /** Copies what a service may say to a client; headers that the front door has set stay as they are. */
    static void response(MultiMap from, MultiMap to) {
        Set<String> named = namedByConnection(from);
        Set<String> ours = new HashSet<>();
        to.names().forEach(name -> ours.add(name.toLowerCase(Locale.ROOT)));
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !ours.contains(name) && !name.startsWith(FUDA) && !named.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    /**
     * A {@code Location} as the client has to ask for it: {@code http://service:8422/datasets/7} becomes
     * {@code /api/datasets/7}. Addresses elsewhere stay as they are.
     */
    static String location(String given, URI service, String publicPrefix) {
        try {
            URI location = new URI(given);
            boolean here = location.getHost() == null
                    || location.getHost().equalsIgnoreCase(service.getHost())
                            && location.getPort() == service.getPort();
            if (!here || location.getRawPath() == null || !location.getRawPath().startsWith("/")) {
                return given;
            }
            String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
            return publicPrefix + location.getRawPath() + query;
        } catch (URISyntaxException e) {
            return given;
        }
    }

    /**
     * Keeps the server from compressing an answer where that costs more than it saves: pictures and archives, parts of a
     * file, and answers that fit a few packets (the autocomplete list, above all).
     *
     * @param length bytes of the body, or -1 when unknown
     */
    static void decideCompression(int status, long length, MultiMap answer) {
        String type = answer.get("Content-Type");
        boolean text = type != null && (type.contains("json") || type.startsWith("text/") || type.contains("yaml"));
        boolean worthwhile = text && (length < 0 || length >= WORTH_COMPRESSING);
        if (!answer.contains("Content-Encoding") && (status != 200 || !worthwhile)) {
            answer.set("Content-Encoding", "identity");
        } else if (worthwhile) {
            answer.add("Vary", "Accept-Encoding");
        }
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        String connection = headers.get("Connection");
        if (connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close")) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (String value : headers.getAll("Connection")) {
            for (String name : value.split(",")) {
                names.add(name.trim().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
