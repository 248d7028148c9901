package dev.fuda.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.problem.ProblemBody;
import dev.fuda.kernel.web.JsonDefaults;
import dev.fuda.kernel.web.RequestIds;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Writes a problem where no resource method runs: at the front door and while forwarding. */
public final class ProblemAnswer {

    private static final ObjectMapper JSON = JsonDefaults.mapper();

    private ProblemAnswer() {}

    /** Ends the response with the problem; does nothing when an answer has begun. */
    public static void send(RoutingContext request, Problem problem) {
        if (request.response().headWritten()) {
            return;
        }
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(body(request, problem));
    }

    private static Buffer body(RoutingContext request, Problem problem) {
        ProblemBody body = new ProblemBody(
                "urn:fuda:problem:" + problem.code(),
                HttpResponseStatus.valueOf(problem.status()).reasonPhrase(),
                problem.status(),
                problem.getMessage(),
                request.request().path(),
                problem.code(),
                RequestIds.of(request),
                problem.errors(),
                problem.extra());
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can't be written as JSON", e);
        }
    }
}
