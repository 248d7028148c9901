package dev.fuda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Fuda as every client sees it: JSON over HTTP, through the gateway. */
final class FudaApi {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    FudaApi(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send(request(path).header("Content-Type", "application/json").POST(content(body)));
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send(request(path).header("Content-Type", "application/json").PUT(content(body)));
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends an image file as a form, with the fields beside it. */
    JsonNode upload(String path, String field, Path file, Map<String, String> fields) {
        String boundary = "fuda-" + UUID.randomUUID();
        try {
            StringBuilder head = new StringBuilder();
            fields.forEach((name, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                    + name + "\"\r\n\r\n" + value + "\r\n"));
            head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                    + "\"; filename=\"image\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
            byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
            return send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.concat(
                            HttpRequest.BodyPublishers.ofByteArray(start),
                            HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                            HttpRequest.BodyPublishers.ofByteArray(end))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Posts, and streams what comes back into {@code target}. */
    void download(String path, Map<String, ?> body, Path target) {
        HttpResponse<InputStream> answer = exchange(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(content(body))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            if (answer.statusCode() != 200) {
                throw refused(answer.statusCode(), path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            Files.copy(in, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private HttpRequest.BodyPublisher content(Map<String, ?> body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        HttpResponse<String> answer = exchange(built, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw refused(answer.statusCode(), built.uri().getPath(), answer.body());
        }
        try {
            return answer.body().isBlank() ? json.missingNode() : json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("The answer to " + built.uri() + " is no JSON", e);
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("Fuda at " + address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted");
        }
    }

    private DemoFailure refused(int status, String path, String body) {
        String detail = body;
        try {
            detail = json.readTree(body).path("detail").asText(body);
        } catch (IOException e) {
            detail = body.isBlank() ? "no reason given" : body;
        }
        return new DemoFailure(path + " answered " + status + ": " + detail);
    }
}
