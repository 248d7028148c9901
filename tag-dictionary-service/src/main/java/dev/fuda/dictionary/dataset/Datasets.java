package dev.fuda.dictionary.dataset;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.kernel.web.ServiceToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks the dataset service where tags are used. It owns the deadline, and "the datasets are away". Blocking. */
@ApplicationScoped
public class Datasets {

    private static final Logger LOG = Logger.getLogger(Datasets.class);

    private static final int MOST_COUNTS = 10_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final ObjectMapper json;
    private final URI base;
    private final Duration deadline;
    private final Optional<String> token;

    Datasets(
            ObjectMapper json,
            @ConfigProperty(name = "fuda.dataset-url", defaultValue = "http://127.0.0.1:8422") URI base,
            @ConfigProperty(name = "fuda.dataset.deadline", defaultValue = "PT3S") Duration deadline,
            @ConfigProperty(name = "fuda.service-token") Optional<String> token) {
        this.json = json;
        this.base = base;
        this.deadline = deadline;
        this.token = token;
    }

    /** What a change of some tags touches, in all datasets. */
    public record Impact(long datasets, long items, long savedSearches) {}

    /** A tag that items have. */
    public record UsedTag(String tag, long items, long datasets) {}

    /** A tag that stands together with another one; {@code score} is their cosine similarity. */
    public record RelatedTag(String tag, long together, long items, double score) {}

    /** A tag and how many items of a dataset have it. */
    public record TagCount(String tag, long count) {}

    /** The tags of a dataset, the most frequent first; empty when the service does not answer. */
    public Optional<List<TagCount>> counts(long dataset) {
        return call("/datasets/" + dataset + "/tags?limit=" + MOST_COUNTS, null, new TypeReference<>() {});
    }

    /**
     * What a change of these tags touches.
     *
     * @param gained tags that items get by it: those that have all of them already do not count; empty for other changes
     * @return empty when the service does not answer
     */
    public Optional<Impact> impact(Collection<String> tags, Collection<String> gained) {
        return call(
                "/tag-usage/impact",
                Map.of("tags", List.copyOf(tags), "gained", List.copyOf(gained)),
                new TypeReference<>() {});
    }

    /** Used tags by name, behind {@code after}; empty when the service does not answer. */
    public Optional<List<UsedTag>> used(String after, int limit) {
        return call("/tag-usage?limit=" + limit + "&after=" + encoded(after), null, new TypeReference<>() {});
    }

    /** Empty when the service does not answer. */
    public Optional<List<RelatedTag>> related(String tag, int limit) {
        return call("/tag-usage/related?limit=" + limit + "&tag=" + encoded(tag), null, new TypeReference<>() {});
    }

    private <T> Optional<T> call(String path, Object body, TypeReference<T> type) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(base.resolve(path)).timeout(deadline);
            token.ifPresent(value -> request.header(ServiceToken.HEADER, value));
            if (body != null) {
                request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
            }
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                return Optional.of(json.readValue(response.body(), type));
            }
            LOG.debugf("The dataset service answered %d to %s", response.statusCode(), path);
        } catch (IOException e) {
            LOG.debugf("The dataset service does not answer: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
