package dev.fuda.tagger.task;

import dev.fuda.kernel.web.ServiceToken;
import dev.fuda.tagger.score.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Fetches images from the dataset service and from nowhere else. It waits for one answer; trying again is the worker's.
 */
final class DatasetImages implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DatasetImages.class);
    private static final String PREFIX = "fuda-image-";
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;
    private final Optional<String> token;
    private final Duration deadline;
    private final int maxBytes;

    /**
     * @param base where the dataset service answers
     * @param token what it wants to see, where services check each other
     */
    DatasetImages(URI base, Optional<String> token, Duration deadline, int maxBytes) {
        this.base = base;
        this.token = token;
        this.deadline = deadline;
        this.maxBytes = maxBytes;
    }

    /** What came of a fetch. */
    sealed interface Fetched {
        /** A temporary file, whose SHA-256 is the one that was asked for; whoever gets it deletes it. */
        record Image(Path file) implements Fetched {}

        /** There is no such image, and trying again won't help. */
        record Gone(String reason) implements Fetched {}

        /** Nobody knows for now. */
        record Away(String reason) implements Fetched {}
    }

    /** Fetches an image and checks that it is the one with that hash. */
    Fetched fetch(String imageUrl, String hash) throws InterruptedException {
        URI address = address(imageUrl);
        if (address == null) {
            return new Fetched.Gone("image_url must be a path of the dataset service, not '" + imageUrl + "'.");
        }
        try {
            Path file = Files.createTempFile(PREFIX, null);
            Fetched fetched = fetch(address, hash, file);
            if (!(fetched instanceof Fetched.Image)) {
                Files.deleteIfExists(file);
            }
            return fetched;
        } catch (IOException e) {
            return new Fetched.Away("There is no place for a temporary file: " + e.getMessage());
        }
    }

    private Fetched fetch(URI address, String hash, Path file) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(deadline);
        token.ifPresent(value -> request.header(ServiceToken.HEADER, value));
        try {
            HttpResponse<Path> response =
                    http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofFile(file), maxBytes));
            return judge(response, hash);
        } catch (HttpTimeoutException e) {
            return new Fetched.Away("The dataset service did not answer within " + deadline.toSeconds() + " s.");
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("exceeds capacity")) {
                return new Fetched.Gone("The image file is larger than " + maxBytes / 1_048_576 + " MiB.");
            }
            return new Fetched.Away("The dataset service can't be reached: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        }
    }

    private static Fetched judge(HttpResponse<Path> response, String hash) throws IOException {
        int status = response.statusCode();
        if (status == 200) {
            return Sha256.of(response.body()).equals(hash)
                    ? new Fetched.Image(response.body())
                    : new Fetched.Gone("The image has changed since it was requested; index the dataset again.");
        }
        if (status == 404 || status == 410) {
            return new Fetched.Gone("The dataset service has this image no longer (" + status + ").");
        }
        boolean mayPass = status >= 500 || status == 401 || status == 403 || status == 408 || status == 429;
        String reason = "The dataset service answered " + status + " when it was asked for the image.";
        return mayPass ? new Fetched.Away(reason) : new Fetched.Gone(reason);
    }

    /** The address below the base, or null if it is elsewhere. */
    private URI address(String imageUrl) {
        try {
            URI given = URI.create(imageUrl);
            URI full = base.resolve(given).normalize();
            boolean here = base.getScheme().equalsIgnoreCase(full.getScheme())
                    && base.getRawAuthority().equalsIgnoreCase(full.getRawAuthority());
            return here && (given.isAbsolute() || imageUrl.startsWith("/")) ? full : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Deletes what killed processes have left: files of this kind that nobody has touched for an hour. */
    static void sweep() {
        Instant old = Instant.now().minus(Duration.ofHours(1));
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*.tmp")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debugf("Old temporary files stay in %s: %s", folder, e.getMessage());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
