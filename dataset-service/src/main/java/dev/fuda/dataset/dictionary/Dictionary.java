package dev.fuda.dataset.dictionary;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.ServiceToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks the tag dictionary what names mean. It owns the deadline, one second try, and "the dictionary is away". */
@ApplicationScoped
public class Dictionary {

    private static final Logger LOG = Logger.getLogger(Dictionary.class);
    private static final int NAMES_AT_ONCE = 5_000;
    private static final int TRIES = 2;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ObjectMapper json;
    private final URI base;
    private final Duration deadline;
    private final Optional<String> token;

    Dictionary(
            ObjectMapper json,
            @ConfigProperty(name = "fuda.dictionary-url", defaultValue = "http://127.0.0.1:8421") URI base,
            @ConfigProperty(name = "fuda.dictionary.deadline", defaultValue = "PT5S") Duration deadline,
            @ConfigProperty(name = "fuda.service-token") Optional<String> token) {
        this.json = json;
        this.base = base;
        this.deadline = deadline;
        this.token = token;
    }

    private record Question(List<String> names) {}

    private record Answer<T>(List<T> results) {}

    private record Meaning(String name, String status, String tag) {}

    /**
     * How a vocabulary writes a tag.
     *
     * @param written null when the vocabulary does not know the tag
     * @param nearest what the vocabulary knows and comes nearest then, or null
     */
    public record Written(String name, String written, String nearest) {}

    /**
     * The tags that these names mean where that is another name. Unknown and ambiguous names are left out: they stay as
     * they are. Waits, so call it on a virtual thread.
     *
     * @return empty when the dictionary does not answer
     */
    public Optional<Map<String, String>> meanings(Collection<String> names) throws InterruptedException {
        return ask("/tag-dictionary/resolve", names, Meaning.class, null).map(answers -> {
            Map<String, String> meanings = new HashMap<>();
            for (Meaning meaning : answers) {
                if (meaning.tag() != null && !meaning.tag().equals(meaning.name())) {
                    meanings.put(meaning.name(), meaning.tag());
                }
            }
            return meanings;
        });
    }

    /**
     * How a vocabulary writes these names. Waits, so call it on a virtual thread.
     *
     * @return one answer for each name, empty when the dictionary does not answer
     * @throws Problem 422 when there is no such vocabulary
     */
    public Optional<List<Written>> written(long vocabulary, Collection<String> names) throws InterruptedException {
        return ask(
                "/vocabularies/" + vocabulary + "/known",
                names,
                Written.class,
                Problem.unprocessable("no-such-vocabulary", "There is no vocabulary " + vocabulary + ".")
                        .field("vocabulary_id", "not in the dictionary"));
    }

    /** @param absent what to say when what the path names is not there; null for paths that always are */
    private <T> Optional<List<T>> ask(String path, Collection<String> names, Class<T> type, Problem absent)
            throws InterruptedException {
        List<T> answers = new ArrayList<>();
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += NAMES_AT_ONCE) {
            List<String> part = all.subList(from, Math.min(all.size(), from + NAMES_AT_ONCE));
            Optional<List<T>> some = askSome(path, part, type, absent);
            if (some.isEmpty()) {
                return some;
            }
            answers.addAll(some.get());
        }
        return Optional.of(answers);
    }

    private <T> Optional<List<T>> askSome(String path, List<String> names, Class<T> type, Problem absent)
            throws InterruptedException {
        String reason = null;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                        .timeout(deadline)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                json.writeValueAsBytes(new Question(new ArrayList<>(names)))));
                token.ifPresent(value -> request.header(ServiceToken.HEADER, value));
                HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() == 200) {
                    JavaType answer = json.getTypeFactory().constructParametricType(Answer.class, type);
                    return Optional.of(
                            json.<Answer<T>>readValue(response.body(), answer).results());
                }
                if (response.statusCode() == 404 && absent != null) {
                    throw absent;
                }
                reason = "it answered " + response.statusCode();
            } catch (IOException e) {
                reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
        }
        LOG.warnf("The tag dictionary does not answer (%s); names stay as they are", reason);
        return Optional.empty();
    }
}
