package dev.fuda.kernel.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Makes the generated contract say what the code does and the scanner does not see: which fields are always there, which
 * may be null, how enums are written, which status {@code @ResponseStatus} sets, and that whatever goes wrong comes as a
 * problem. Runs when a service is built.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final DotName RESPONSE_STATUS = DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final String PROBLEM = "Problem";

    private final IndexView index;

    /** Called by the build with the classes of the service and of the kernel. */
    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null) {
            return;
        }
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        Map<String, Schema> schemas = new TreeMap<>();
        if (contract.getComponents().getSchemas() != null) {
            schemas.putAll(contract.getComponents().getSchemas());
        }
        new RecordSchemas(index, schemas).complete(contract.getPaths());
        schemas.put(PROBLEM, problem());
        contract.getComponents().setSchemas(schemas);
        Map<String, Integer> statuses = declaredStatuses();
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(operation, statuses)));
        contract.setPaths(sorted(contract.getPaths()));
    }

    private static Paths sorted(Paths paths) {
        Paths sorted = OASFactory.createPaths();
        new TreeMap<>(paths.getPathItems()).forEach((String path, PathItem item) -> sorted.addPathItem(path, item));
        return sorted;
    }

    private Map<String, Integer> declaredStatuses() {
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (AnnotationInstance declared : index.getAnnotations(RESPONSE_STATUS)) {
            MethodInfo method = declared.target().asMethod();
            AnnotationInstance operation = method.annotation(OPERATION);
            String id = operation != null && operation.value("operationId") != null
                    ? operation.value("operationId").asString()
                    : method.name();
            statuses.put(id, declared.value().asInt());
        }
        return statuses;
    }

    private static void complete(Operation operation, Map<String, Integer> statuses) {
        APIResponses responses = operation.getResponses();
        Integer declared = statuses.get(operation.getOperationId());
        if (declared != null) {
            moveSuccess(responses, declared.toString());
        }
        boolean hasInput = operation.getRequestBody() != null
                || operation.getParameters() != null
                        && !operation.getParameters().isEmpty();
        boolean hasPathParameter = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> p.getIn() == Parameter.In.PATH);
        if (hasInput) {
            answerProblem(responses, "400", "The request can't be taken; the detail says why.");
        }
        if (hasPathParameter) {
            answerProblem(responses, "404", "Nothing has that id.");
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") && response.getContent() == null) {
                response.setContent(problemContent());
            }
        });
        answerProblem(responses, "default", "Anything else that is not success.");
    }

    private static void moveSuccess(APIResponses responses, String status) {
        for (String scanned : List.of("200", "201", "202", "204")) {
            APIResponse response = responses.getAPIResponse(scanned);
            if (response != null && !scanned.equals(status)) {
                responses.removeAPIResponse(scanned);
                response.setDescription(
                        switch (status) {
                            case "201" -> "Created";
                            case "202" -> "Accepted";
                            case "204" -> "No Content";
                            default -> response.getDescription();
                        });
                responses.addAPIResponse(status, response);
            }
        }
    }

    private static void answerProblem(APIResponses responses, String status, String description) {
        APIResponse there = responses.getAPIResponse(status);
        APIResponse response = there == null ? OASFactory.createAPIResponse() : there;
        if (there == null || "Bad Request".equals(there.getDescription())) {
            response.setDescription(description);
        }
        if (response.getContent() == null) {
            response.setContent(problemContent());
        }
        responses.addAPIResponse(status, response);
    }

    private static org.eclipse.microprofile.openapi.models.media.Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    /** {@link dev.fuda.kernel.problem.ProblemBody}, which no resource method returns. */
    private static Schema problem() {
        Schema error = object("field", "message");
        Schema problem = object("type", "title", "detail", "instance", "code", "request_id");
        problem.addProperty("status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)));
        problem.addProperty(
                "errors",
                OASFactory.createSchema().type(List.of(SchemaType.ARRAY)).items(error));
        problem.setRequired(new ArrayList<>(List.of("type", "title", "status", "detail", "code")));
        problem.setDescription("What went wrong and what to do, as RFC 9457 describes it; other members may follow.");
        return problem;
    }

    private static Schema object(String... texts) {
        Schema schema = OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
        for (String name : texts) {
            schema.addProperty(name, OASFactory.createSchema().type(List.of(SchemaType.STRING)));
        }
        schema.setRequired(new ArrayList<>(List.of(texts)));
        return schema;
    }
}
