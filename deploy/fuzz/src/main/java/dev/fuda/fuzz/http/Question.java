package dev.fuda.fuzz.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** One request, made from an operation of the contract: proper, with one thing wrong, or wild. */
final class Question {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HUGE = 3 << 20;
    private static final String BOUNDARY = "fuda-fuzz";
    private static final String[] TYPES = {
        "text/plain",
        "application/json; charset=utf-16",
        "application/json;charset=nope",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=\"",
        "multipart/form-data; boundary=" + BOUNDARY,
        "application/xml",
        ";;",
        "*/*"
    };

    private final Contract.Operation operation;
    private final Values values;
    private final Random random;
    private final boolean wild;
    private String method;
    private String path;
    private final StringBuilder query = new StringBuilder();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = {};

    Question(Contract.Operation operation, Values values, Random random) {
        this.operation = operation;
        this.values = values;
        this.random = random;
        this.method = operation.method();
        this.path = operation.path();
        int manner = random.nextInt(20);
        this.wild = manner < 3;
        fill(manner < 11);
    }

    /** @param wrong whether one of the values is to be one that nobody expects */
    private void fill(boolean wrong) {
        int places = operation.parameters().size() + (operation.body() == null ? 0 : 2);
        int broken = wrong && places > 0 ? random.nextInt(places) : -1;
        int place = 0;
        for (Contract.Parameter parameter : operation.parameters()) {
            boolean here = place++ == broken || wild && random.nextBoolean();
            String value = here ? values.hostile() : values.fitting(parameter.name(), parameter.schema());
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(value));
                case "query" -> {
                    if (here || random.nextInt(3) > 0) {
                        add(parameter.name(), value);
                    }
                }
                default -> headers.put(parameter.name(), printable(value));
            }
        }
        if (operation.body() != null) {
            boolean here = place <= broken || wild;
            headers.put("Content-Type", operation.bodyType());
            if (operation.bodyType().startsWith("multipart")) {
                form(here);
            } else {
                String json = here ? values.damaged(operation.body()) : values.json("", operation.body(), 0);
                body = json.getBytes(StandardCharsets.UTF_8);
            }
        }
        if (wild) {
            spoil();
        }
    }

    private void spoil() {
        switch (random.nextInt(8)) {
            case 0 -> method = values.pick("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND");
            case 1 -> headers.put("Content-Type", values.pick(TYPES));
            case 2 -> body = java.util.Arrays.copyOf(body, body.length / 2);
            case 3 -> {
                body = body.length == 0 ? new byte[64] : body;
                for (int i = 0; i < 4; i++) {
                    body[random.nextInt(body.length)] = (byte) random.nextInt(256);
                }
            }
            case 4 -> body = ("[".repeat(1 << random.nextInt(17))).getBytes(StandardCharsets.UTF_8);
            case 5 -> body = ("{\"x\":\"" + "x".repeat(random.nextInt(HUGE))).getBytes(StandardCharsets.UTF_8);
            case 6 ->
                headers.put(
                        values.pick(
                                "If-Match",
                                "Range",
                                "Accept",
                                "Accept-Encoding",
                                "Content-Encoding",
                                "Cookie",
                                "Origin"),
                        printable(values.hostile()));
            default -> path = path + values.pick("/", "//", "/..%2f..", "/%00", "/%ff", ";a=b", "%20", "/\u00e9x");
        }
    }

    private void add(String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    private void form(boolean damaged) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> field :
                operation.body().path("properties").properties()) {
            boolean isFile = field.getValue().path("format").asText().equals("binary");
            if (isFile || random.nextInt(3) > 0) {
                String file = isFile ? "; filename=\"" + FuzzedUpload.name(values, damaged) + "\"" : "";
                text(
                        out,
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"" + file
                                + "\r\n\r\n");
                if (isFile) {
                    out.writeBytes(FuzzedUpload.content(values, random, damaged));
                } else {
                    boolean here = damaged && random.nextInt(3) == 0;
                    text(out, here ? values.hostile() : values.fitting(field.getKey(), field.getValue()));
                }
                text(out, "\r\n");
            }
        }
        text(out, "--" + BOUNDARY + (damaged && random.nextInt(8) == 0 ? "" : "--\r\n"));
        headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        body = out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest request(URI base) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target()))
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return request.build();
    }

    String target() {
        return encodedRest(path) + query;
    }

    /** Enough to repeat it. */
    @Override
    public String toString() {
        String sent = new String(body, 0, Math.min(body.length, 400), StandardCharsets.UTF_8);
        String shown = target().length() > 600 ? target().substring(0, 600) + "…" : target();
        return method + " " + shown + " " + headers + (body.length == 0 ? "" : " " + body.length + " bytes: " + sent);
    }

    /** What a header may hold: the client refuses the rest. */
    private static String printable(String value) {
        String fit = value.replaceAll("[^\\x20-\\x7e]", "?");
        return fit.length() > 2000 ? fit.substring(0, 2000) : fit;
    }

    /** Percent-encoded; half a character as the bytes that UTF-8 forbids. */
    private static String encoded(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length() && out.length() < 6_000; ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            if (c == Values.HALF) {
                out.append("%ed%a0%80");
            } else if (c < 128 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append("%%%02x".formatted(b & 0xff));
                }
            }
        }
        return out.toString();
    }

    /** Names in braces that the contract does not explain, and letters outside of ASCII. */
    private static String encodedRest(String path) {
        return path.replace("{", "%7b").replace("}", "%7d").replace("\u00e9", "%e9");
    }
}
