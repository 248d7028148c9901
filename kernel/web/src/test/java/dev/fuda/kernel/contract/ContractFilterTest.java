package dev.fuda.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.Index;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractFilterTest {

    private final OpenAPI contract = OASFactory.createOpenAPI();

    record Answer(
            String name,
            int itemCount,
            Long seconds,
            Optional<String> note,
            @Nullable String error,
            Kind kind) {}

    record Request(String name, Long limit) {}

    enum Kind {
        FIRST,
        SECOND_ONE
    }

    static class Resource {
        @ResponseStatus(201)
        public Answer createThing(Request request) {
            return null;
        }
    }

    @BeforeEach
    void scanAndFilter() throws IOException {
        contract.setComponents(OASFactory.createComponents()
                .addSchema(
                        "Answer",
                        object("name", "item_count", "seconds", "note", "error").addProperty("kind", ref("Kind")))
                .addSchema("Request", object("name", "limit"))
                .addSchema("Unused", object("name"))
                .addSchema(
                        "Kind",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.STRING))
                                .enumeration(List.of("FIRST", "SECOND_ONE"))));
        contract.setPaths(OASFactory.createPaths()
                .addPathItem(
                        "/things",
                        OASFactory.createPathItem()
                                .POST(operation("createThing", "Answer")
                                        .requestBody(
                                                OASFactory.createRequestBody().content(json("Request")))))
                .addPathItem(
                        "/a/{id}",
                        OASFactory.createPathItem()
                                .GET(operation("getThing", "Answer")
                                        .addParameter(OASFactory.createParameter()
                                                .name("id")
                                                .in(Parameter.In.PATH)))));
        Index index = Index.of(Answer.class, Request.class, Kind.class, Resource.class, ContractFilterTest.class);
        new ContractFilter(index).filterOpenAPI(contract);
    }

    @Test
    void requiresEveryFieldOfAnAnswer() {
        assertThat(schema("Answer").getRequired())
                .containsExactlyInAnyOrder("name", "item_count", "seconds", "note", "error", "kind");
    }

    @Test
    void saysWhichFieldsMayBeNull() {
        Map<String, Schema> fields = schema("Answer").getProperties();
        assertThat(fields.get("name").getType()).containsExactly(SchemaType.STRING);
        assertThat(fields.get("item_count").getType()).containsExactly(SchemaType.STRING);
        assertThat(fields.get("seconds").getType()).contains(SchemaType.NULL);
        assertThat(fields.get("note").getType()).contains(SchemaType.NULL);
        assertThat(fields.get("error").getType()).contains(SchemaType.NULL);
    }

    @Test
    void keepsTheFieldsOfARequestOptional() {
        assertThat(schema("Request").getRequired()).isNullOrEmpty();
        assertThat(schema("Request").getProperties().get("limit").getType()).containsExactly(SchemaType.STRING);
    }

    @Test
    void writesEnumsAsJsonDoes() {
        assertThat(schema("Kind").getEnumeration()).containsExactly("first", "second_one");
    }

    @Test
    void dropsWhatNoPathUses() {
        assertThat(contract.getComponents().getSchemas()).containsOnlyKeys("Answer", "Kind", "Problem", "Request");
    }

    @Test
    void movesTheSuccessToTheDeclaredStatus() {
        Map<String, APIResponse> answers = contract.getPaths()
                .getPathItem("/things")
                .getPOST()
                .getResponses()
                .getAPIResponses();
        assertThat(answers).containsOnlyKeys("201", "400", "default");
        assertThat(answers.get("201").getDescription()).isEqualTo("Created");
    }

    @Test
    void promisesProblems() {
        Map<String, APIResponse> answers = contract.getPaths()
                .getPathItem("/a/{id}")
                .getGET()
                .getResponses()
                .getAPIResponses();
        assertThat(answers).containsOnlyKeys("200", "400", "404", "default");
        assertThat(answers.get("404")
                        .getContent()
                        .getMediaType("application/problem+json")
                        .getSchema()
                        .getRef())
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void sortsThePaths() {
        assertThat(contract.getPaths().getPathItems().keySet()).containsExactly("/a/{id}", "/things");
    }

    private Schema schema(String name) {
        return contract.getComponents().getSchemas().get(name);
    }

    private static Operation operation(String id, String answer) {
        return OASFactory.createOperation()
                .operationId(id)
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse().description("OK").content(json(answer))));
    }

    private static Content json(String schema) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(ref(schema)));
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static Schema object(String... fields) {
        Schema schema = OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
        for (String field : fields) {
            schema.addProperty(field, OASFactory.createSchema().type(List.of(SchemaType.STRING)));
        }
        return schema;
    }
}
