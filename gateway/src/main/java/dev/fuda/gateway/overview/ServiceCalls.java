package dev.fuda.gateway.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.gateway.forward.Upstreams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Short questions of the gateway to the services: each has a deadline, and a failure is an answer too. */
@ApplicationScoped
class ServiceCalls {

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    @Inject
    Upstreams upstreams;

    @Inject
    ObjectMapper json;

    /** What a service said, or why it said nothing. */
    sealed interface Reply {
        /** An answer with its body, {@code null} where that is no JSON. */
        record Answer(int status, JsonNode body, Duration took) implements Reply {}

        /** No answer; {@code reason} is written for a person. */
        record Silence(String reason) implements Reply {}
    }

    /** Asks a service; never fails. */
    Uni<Reply> ask(String service, String pathAndQuery) {
        long start = System.nanoTime();
        return Uni.createFrom()
                .completionStage(() -> upstreams
                        .client()
                        .request(upstreams
                                .request(service, HttpMethod.GET, pathAndQuery)
                                .setIdleTimeout(DEADLINE.toMillis()))
                        .compose(HttpClientRequest::send)
                        .compose(response -> answer(response, start))
                        .toCompletionStage())
                .ifNoItem()
                .after(DEADLINE.plusSeconds(1))
                .fail()
                .onFailure()
                .recoverWithItem(failure -> new Reply.Silence("The " + service + " service does not answer."));
    }

    private Future<Reply> answer(HttpClientResponse response, long start) {
        return response.body()
                .map(body -> new Reply.Answer(
                        response.statusCode(), parse(body.getBytes()), Duration.ofNanos(System.nanoTime() - start)));
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
