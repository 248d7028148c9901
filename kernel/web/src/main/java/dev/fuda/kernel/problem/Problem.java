package dev.fuda.kernel.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer that is not success, as RFC 9457 describes it. {@code detail} is written for the person who reads it: what
 * is wrong, where, and what to do.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, Object> extra = new LinkedHashMap<>();
    private final transient List<FieldError> errors = new ArrayList<>();

    /** One field of a request that can't be taken. */
    public record FieldError(String field, String message) {}

    /**
     * @param status HTTP status, 400 to 599
     * @param code a stable kebab-case word for programs
     * @param detail a sentence for people
     */
    public Problem(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    /** The request can't be understood (400). */
    public static Problem badRequest(String code, String detail) {
        return new Problem(400, code, detail);
    }

    /** Nothing has that id (404). */
    public static Problem notFound(String what, Object id) {
        return new Problem(404, "not-found", "There is no " + what + " " + id + ".");
    }

    /** The state has moved on, or forbids it (409). */
    public static Problem conflict(String code, String detail) {
        return new Problem(409, code, detail);
    }

    /** The request is well-formed and still can't be done (422). */
    public static Problem unprocessable(String code, String detail) {
        return new Problem(422, code, detail);
    }

    /** The request is larger than the limit (413). */
    public static Problem tooLarge(String code, String detail) {
        return new Problem(413, code, detail);
    }

    /** Something needed is away for now (503). */
    public static Problem unavailable(String code, String detail) {
        return new Problem(503, code, detail);
    }

    /** Adds a member to the body, such as {@code position}. */
    public Problem with(String name, Object value) {
        extra.put(name, value);
        return this;
    }

    /** Names a field that is wrong. */
    public Problem field(String field, String message) {
        errors.add(new FieldError(field, message));
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> extra() {
        return extra;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Problems are answers, not accidents: no stack trace is taken. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
