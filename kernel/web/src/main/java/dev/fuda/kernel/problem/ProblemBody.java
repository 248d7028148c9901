package dev.fuda.kernel.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The body of {@code application/problem+json} (RFC 9457).
 *
 * @param type an identifier of the kind of problem, {@code urn:fuda:problem:<code>}
 * @param instance the path that was asked for
 * @param requestId what to quote when asking for help; it stands in the logs too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        List<Problem.FieldError> errors,
        @JsonAnyGetter Map<String, Object> extra) {

    static ProblemBody of(Problem problem, String title, String path, String requestId) {
        return new ProblemBody(
                "urn:fuda:problem:" + problem.code(),
                title,
                problem.status(),
                problem.getMessage(),
                path,
                problem.code(),
                requestId,
                problem.errors(),
                problem.extra());
    }
}
