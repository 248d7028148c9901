package dev.fuda.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContractMergerTest {

    private static final String OWN = """
            openapi: 3.1.0
            info: {title: gateway API, version: 1.2.3}
            tags: [{name: jobs, description: Long work.}]
            paths:
              /api/jobs: {get: {operationId: listAllJobs}}
            components:
              schemas:
                Problem: {type: object}
            """;

    private static final String DATASET = """
            openapi: 3.1.0
            tags: [{name: jobs}, {name: datasets}]
            paths:
              /datasets/{id}: {get: {operationId: getDataset, schema: {$ref: '#/components/schemas/Holder'}}}
              /jobs: {get: {operationId: listJobs, schema: {$ref: '#/components/schemas/JobView'}}}
              /jobs/{id}: {get: {operationId: getJob}}
            components:
              schemas:
                Tag: {type: object, properties: {position: {type: integer}}}
                Holder: {type: object, properties: {tag: {$ref: '#/components/schemas/Tag'}}}
                JobView: {type: object}
                Problem: {type: object}
            """;

    private static final String TAGGER = """
            openapi: 3.1.0
            paths:
              /taggers/models: {get: {operationId: listModels, schema: {$ref: '#/components/schemas/Tag'}}}
              /jobs: {get: {operationId: listJobs, schema: {$ref: '#/components/schemas/JobView'}}}
            components:
              schemas:
                Tag: {type: object, properties: {score: {type: number}}}
                Holder: {type: object, properties: {tag: {$ref: '#/components/schemas/Tag'}}}
                JobView: {type: object}
                Problem: {type: object}
            """;

    @Test
    void putsServicesUnderApiAndTheirHousekeepingInOnePlace() throws Exception {
        ObjectNode merged = merge(OWN, Map.of("dataset", DATASET, "tagger", TAGGER));
        assertThat(keys(merged.at("/paths")))
                .containsExactly(
                        "/api/datasets/{id}",
                        "/api/jobs",
                        "/api/services/{service}/jobs",
                        "/api/services/{service}/jobs/{id}",
                        "/api/taggers/models");
        assertThat(merged.at("/paths/~1api~1services~1{service}~1jobs/parameters/0/schema/enum")
                        .toString())
                .isEqualTo("[\"dataset\",\"tagger\"]");
    }

    @Test
    void sharesEqualSchemasAndTellsOthersApart() throws Exception {
        ObjectNode merged = merge(OWN, Map.of("dataset", DATASET, "tagger", TAGGER));
        assertThat(keys(merged.at("/components/schemas")))
                .containsExactly("DatasetHolder", "DatasetTag", "JobView", "Problem", "TaggerHolder", "TaggerTag");
        assertThat(merged.at("/paths/~1api~1datasets~1{id}/get/schema/$ref").asText())
                .isEqualTo("#/components/schemas/DatasetHolder");
        assertThat(merged.at("/components/schemas/TaggerHolder/properties/tag/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/TaggerTag");
    }

    @Test
    void keepsPlainNamesWhereThereIsNoDoubt() throws Exception {
        ObjectNode merged = merge(OWN, Map.of("dataset", DATASET));
        assertThat(keys(merged.at("/components/schemas"))).containsExactly("Holder", "JobView", "Problem", "Tag");
    }

    @Test
    void describesTheHouse() throws Exception {
        ObjectNode merged = merge(OWN, Map.of("dataset", DATASET));
        assertThat(merged.at("/info/title").asText()).isEqualTo("Fuda");
        assertThat(merged.at("/info/version").asText()).isEqualTo("1.2.3");
        assertThat(merged.at("/tags").toString())
                .isEqualTo("[{\"name\":\"datasets\"},{\"name\":\"jobs\",\"description\":\"Long work.\"}]");
    }

    @Test
    void refusesTwoOwnersOfOnePathOrOperation() {
        String thief = DATASET.replace("/datasets/{id}", "/taggers/models");
        assertThatThrownBy(() -> merge(OWN, Map.of("dataset", thief, "tagger", TAGGER)))
                .hasMessageContaining("/api/taggers/models")
                .hasMessageContaining("dataset and by tagger");
        String echo = DATASET.replace("getDataset", "listModels");
        assertThatThrownBy(() -> merge(OWN, Map.of("dataset", echo, "tagger", TAGGER)))
                .hasMessageContaining("operationId listModels");
    }

    @Test
    void leavesItsSourcesAlone() throws Exception {
        ObjectNode dataset = parse(DATASET);
        new ContractMerger(new TreeMap<>(Map.of("dataset", dataset, "tagger", parse(TAGGER))), parse(OWN)).merge();
        assertThat(dataset).isEqualTo(parse(DATASET));
    }

    private static ObjectNode merge(String own, Map<String, String> services) throws JsonProcessingException {
        TreeMap<String, ObjectNode> contracts = new TreeMap<>();
        for (Map.Entry<String, String> service : services.entrySet()) {
            contracts.put(service.getKey(), parse(service.getValue()));
        }
        return new ContractMerger(contracts, parse(own)).merge();
    }

    private static ObjectNode parse(String yaml) throws JsonProcessingException {
        return (ObjectNode) new YAMLMapper().readTree(yaml);
    }

    private static List<String> keys(com.fasterxml.jackson.databind.JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
