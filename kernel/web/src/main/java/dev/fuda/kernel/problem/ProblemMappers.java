package dev.fuda.kernel.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.fuda.kernel.web.RequestIds;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.MalformedMessageException;

/** Turns whatever a resource throws into {@code application/problem+json}. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @Inject
    RoutingContext request;

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answer(problem);
    }

    @ServerExceptionMapper(priority = 1)
    public Response invalid(ValidationException e) {
        if (!(e instanceof ConstraintViolationException violations)) {
            return unexpected(e);
        }
        Problem problem = new Problem(
                400,
                "invalid-fields",
                violations.getConstraintViolations().stream()
                                .map(v -> fieldOf(v) + " " + v.getMessage())
                                .sorted()
                                .collect(Collectors.joining("; "))
                        + ".");
        violations.getConstraintViolations().forEach(v -> problem.field(fieldOf(v), v.getMessage()));
        return answer(problem);
    }

    // Quarkus maps these two classes itself, without a word; only the same class wins over that.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response json(JsonProcessingException e) {
        return answer(UnreadableJson.explain(e));
    }

    @ServerExceptionMapper(
            value = {WebApplicationException.class, NotFoundException.class},
            priority = 1)
    public Response web(WebApplicationException e, SimpleResourceInfo matched) {
        if (e.getCause() instanceof JsonProcessingException cause) {
            return answer(UnreadableJson.explain(cause));
        }
        int status = e.getResponse().getStatus();
        return switch (e) {
            case NotFoundException ignored -> answer(notFound(e, matched));
            case NotAllowedException ignored ->
                answer(new Problem(405, "method-not-allowed", request.request().method() + " is not possible here."));
            case NotSupportedException ignored ->
                answer(new Problem(
                        415,
                        "unsupported-media-type",
                        "A body of type " + request.request().getHeader("Content-Type") + " can't be read here."));
            default -> {
                if (status < 400) {
                    yield e.getResponse();
                }
                yield status >= 500 ? unexpected(e) : answer(new Problem(status, "request-refused", plain(e, status)));
            }
        };
    }

    /** PostgreSQL refuses values such as U+0000 in text; that is the caller's input, not our failure. */
    @ServerExceptionMapper(priority = 10_000)
    public Response unexpected(Throwable e) {
        if (InputFailures.isInput(e)) {
            return answer(new Problem(400, "bad-value", InputFailures.explain(e)));
        }
        if (isBrokenForm(e)) {
            return answer(new Problem(
                    400, "broken-form", "The body is no whole multipart form: its last boundary is missing."));
        }
        if (e instanceof MalformedMessageException) {
            return answer(new Problem(
                    400, "broken-form", "The body is no multipart form: the head of one of its parts can't be read."));
        }
        LOG.errorf(
                e, "%s %s failed", request.request().method(), request.request().path());
        return answer(new Problem(
                500,
                "unexpected",
                "Something went wrong on our side; nothing was changed by this request. The log has the details under"
                        + " this request id."));
    }

    /** Quarkus tells a form that ends too early by this message only. */
    private static boolean isBrokenForm(Throwable e) {
        return e instanceof IOException && "Connection terminated parsing multipart request".equals(e.getMessage());
    }

    private Problem notFound(WebApplicationException e, SimpleResourceInfo matched) {
        if (e.getMessage() != null && !e.getMessage().startsWith("HTTP 404")) {
            return new Problem(404, "not-found", e.getMessage());
        }
        // The framework's way to say that a parameter of a known path could not be converted.
        return matched != null && matched.getResourceClass() != null
                ? new Problem(
                        400,
                        "bad-parameter",
                        "A parameter in the address can't be read; check that numbers are numbers and words are among the"
                                + " allowed ones.")
                : new Problem(
                        404, "not-found", "Nothing is at " + request.request().path() + ".");
    }

    private static String plain(WebApplicationException e, int status) {
        String message = e.getMessage();
        return message == null || message.startsWith("HTTP " + status)
                ? "The request can't be taken ("
                        + e.getResponse().getStatusInfo().getReasonPhrase() + ")."
                : message;
    }

    private static String fieldOf(ConstraintViolation<?> violation) {
        List<String> names = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .toList();
        // The first two steps name the method and its argument; what a caller knows are the fields below.
        String field = names.size() > 2 ? String.join(".", names.subList(2, names.size())) : names.getLast();
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(field);
    }

    private Response answer(Problem problem) {
        String title = HttpResponseStatus.valueOf(problem.status()).reasonPhrase();
        return Response.status(problem.status())
                .type("application/problem+json")
                .entity(ProblemBody.of(problem, title, request.request().path(), RequestIds.of(request)))
                .build();
    }
}
