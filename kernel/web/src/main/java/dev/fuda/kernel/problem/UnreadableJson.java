package dev.fuda.kernel.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says of a JSON body that can't be read what is wrong, and where, in the words of JSON instead of Java's. */
final class UnreadableJson {

    private UnreadableJson() {}

    static Problem explain(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        if (!(e instanceof JsonMappingException mapping) || e.getCause() instanceof JsonParseException) {
            return new Problem(400, "bad-json", "The body is not valid JSON" + where + ": " + firstLine(e));
        }
        if (mapping.getPath().isEmpty()) {
            return new Problem(400, "bad-body", "The body can't be used" + where + ": " + reason(mapping) + ".");
        }
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return new Problem(
                        400,
                        "bad-field",
                        "The field '" + field + "' can't be read" + where + ": " + reason(mapping) + ".")
                .field(field, reason(mapping));
    }

    private static String reason(JsonMappingException e) {
        return switch (e) {
            case InvalidFormatException format ->
                "'" + shortened(String.valueOf(format.getValue())) + "' is not " + kind(format.getTargetType());
            case MismatchedInputException mismatch -> "it must be " + kind(mismatch.getTargetType());
            default -> firstLine(e);
        };
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "of the right kind";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number in range";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        if (type == java.util.UUID.class) {
            return "a UUID";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) || type == List.class ? "a list" : "an object";
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    private static String firstLine(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
