package dev.fuda.dataset.dictionary;

import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final URI address;
    private final Duration deadline;
    private final Optional<String> token;

    Dictionary(
            ObjectMapper json,
            @ConfigProperty(name = "fuda.dictionary-url", defaultValue = "http://127.0.0.1:8421") URI base,
            @ConfigProperty(name = "fuda.dictionary.deadline", defaultValue = "PT5S") Duration deadline,
            @ConfigProperty(name = "fuda.service-token") Optional<String> token) {
        this.json = json;
        this.address = base.resolve("/tag-dictionary/resolve");
        this.deadline = deadline;
        this.token = token;
    }

    private record Question(List<String> names) {}

    private record Answer(List<Meaning> results) {}

    private record Meaning(String name, String status, String tag) {}

    /**
     * The tags that these names mean where that is another name. Unknown and ambiguous names are left out: they stay as
     * they are. Waits, so call it on a virtual thread.
     *
     * @return empty when the dictionary does not answer
     */
    public Optional<Map<String, String>> meanings(Collection<String> names) throws InterruptedException {
        Map<String, String> meanings = new HashMap<>();
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += NAMES_AT_ONCE) {
            Optional<List<Meaning>> part = ask(all.subList(from, Math.min(all.size(), from + NAMES_AT_ONCE)));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            for (Meaning meaning : part.get()) {
                if (meaning.tag() != null && !meaning.tag().equals(meaning.name())) {
                    meanings.put(meaning.name(), meaning.tag());
                }
            }
        }
        return Optional.of(meanings);
    }

    private Optional<List<Meaning>> ask(List<String> names) throws InterruptedException {
        String reason = null;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(address)
                        .timeout(deadline)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                json.writeValueAsBytes(new Question(new ArrayList<>(names)))));
                token.ifPresent(value -> request.header(ServiceToken.HEADER, value));
                HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() == 200) {
                    return Optional.of(
                            json.readValue(response.body(), Answer.class).results());
                }
                reason = "it answered " + response.statusCode();
            } catch (IOException e) {
                reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
        }
        LOG.warnf("The tag dictionary does not answer (%s); names stay as the model gives them", reason);
        return Optional.empty();
    }
}
