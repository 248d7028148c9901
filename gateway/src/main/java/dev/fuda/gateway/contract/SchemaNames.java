package dev.fuda.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One name for each schema of several contracts. Schemas that say the same share their name; where two services mean
 * different things by a name, each gets its service's name before it ({@code DatasetTag}, {@code TaggerTag}).
 */
final class SchemaNames {

    private static final String REF = "#/components/schemas/";

    private final SortedMap<String, ObjectNode> contracts;
    private final Set<String> ambiguous = new HashSet<>();

    SchemaNames(SortedMap<String, ObjectNode> contracts) {
        this.contracts = contracts;
        Map<String, JsonNode> first = new TreeMap<>();
        contracts
                .values()
                .forEach(contract -> schemasOf(contract).properties().forEach(schema -> {
                    JsonNode other = first.putIfAbsent(schema.getKey(), schema.getValue());
                    if (other != null && !other.equals(schema.getValue())) {
                        ambiguous.add(schema.getKey());
                    }
                }));
        // What speaks of an ambiguous schema means a different thing in each contract too.
        boolean growing = !ambiguous.isEmpty();
        while (growing) {
            growing = spread();
        }
    }

    private boolean spread() {
        Map<String, Integer> holders = new TreeMap<>();
        contracts
                .values()
                .forEach(contract -> schemasOf(contract)
                        .fieldNames()
                        .forEachRemaining(name -> holders.merge(name, 1, Integer::sum)));
        boolean grown = false;
        for (ObjectNode contract : contracts.values()) {
            for (Map.Entry<String, JsonNode> schema : schemasOf(contract).properties()) {
                boolean shared = holders.get(schema.getKey()) > 1;
                if (shared && !ambiguous.contains(schema.getKey()) && speaksOfAmbiguous(schema.getValue())) {
                    ambiguous.add(schema.getKey());
                    grown = true;
                }
            }
        }
        return grown;
    }

    private boolean speaksOfAmbiguous(JsonNode node) {
        return node.findValuesAsText("$ref").stream()
                .anyMatch(ref -> ref.startsWith(REF) && ambiguous.contains(ref.substring(REF.length())));
    }

    /** Every schema under its final name. */
    Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        contracts.forEach((service, contract) -> schemasOf(contract)
                .properties()
                .forEach(schema -> schemas.put(
                        nameOf(service, schema.getKey()), renamed(service, (ObjectNode) schema.getValue()))));
        return schemas;
    }

    /** A copy of a part of a service's contract that speaks of schemas by their final names. */
    ObjectNode renamed(String service, JsonNode part) {
        ObjectNode copy = part.deepCopy();
        rename(service, copy);
        return copy;
    }

    private void rename(String service, JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            String ref = object.path("$ref").asText();
            if (ref.startsWith(REF)) {
                object.set("$ref", TextNode.valueOf(REF + nameOf(service, ref.substring(REF.length()))));
            }
        }
        node.forEach(child -> rename(service, child));
    }

    private String nameOf(String service, String schema) {
        return ambiguous.contains(schema)
                ? service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1) + schema
                : schema;
    }

    private static ObjectNode schemasOf(ObjectNode contract) {
        return contract.path("components").path("schemas") instanceof ObjectNode schemas
                ? schemas
                : contract.objectNode();
    }
}
