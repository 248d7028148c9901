package dev.fuda.fuzz.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an OpenAPI document says can be asked. */
public final class Contract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * @param path with names in braces, such as {@code /datasets/{dataset_id}}
     * @param bodyType media type of the body, null without one
     * @param body schema of the body, null without one
     */
    public record Operation(
            String id, String method, String path, List<Parameter> parameters, String bodyType, JsonNode body) {}

    /** @param in {@code path}, {@code query} or {@code header} */
    public record Parameter(String name, String in, JsonNode schema) {}

    private Contract(JsonNode document) {
        this.document = document;
    }

    /** @param yaml an OpenAPI 3.1 document whose references stay inside of it */
    public static Contract read(Path yaml) throws IOException {
        Contract contract = new Contract(new YAMLMapper().readTree(yaml.toFile()));
        for (Map.Entry<String, JsonNode> path : contract.document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    contract.operations.add(contract.operation(path.getKey(), path.getValue(), method));
                }
            }
        }
        if (contract.operations.isEmpty()) {
            throw new IOException(yaml + " has no operations.");
        }
        return contract;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The schema itself, or what it refers to. */
    JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        while (at.has("$ref")) {
            at = document.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    private Operation operation(String path, JsonNode shared, Map.Entry<String, JsonNode> method) {
        JsonNode said = method.getValue();
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(shared.path("parameters"), said.path("parameters"))) {
            for (JsonNode each : list) {
                JsonNode parameter = resolved(each);
                parameters.add(new Parameter(
                        parameter.get("name").asText(),
                        parameter.get("in").asText(),
                        resolved(parameter.path("schema"))));
            }
        }
        Map.Entry<String, JsonNode> body = resolved(said.path("requestBody")).path("content").properties().stream()
                .findFirst()
                .orElse(null);
        return new Operation(
                said.path("operationId").asText(method.getKey() + " " + path),
                method.getKey().toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                body == null ? null : body.getKey(),
                body == null ? null : resolved(body.getValue().path("schema")));
    }
}
