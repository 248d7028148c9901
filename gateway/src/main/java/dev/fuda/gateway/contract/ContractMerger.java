package dev.fuda.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes one contract out of the services' and the gateway's own, as a client of the gateway sees it: service paths under
 * {@code /api}, what every service has under {@code /api/services/{service}} once, and one name for each schema. The
 * result depends on the contents alone, so that two builds of the same code write the same bytes.
 */
final class ContractMerger {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> HOUSEKEEPING = List.of("/jobs", "/dead-letters");

    private final SortedMap<String, ObjectNode> services;
    private final ObjectNode own;
    private final SchemaNames names;
    private final Map<String, ObjectNode> paths = new TreeMap<>();
    private final Map<String, String> pathOwners = new TreeMap<>();
    private final Map<String, String> operationOwners = new TreeMap<>();

    /**
     * @param services the contracts by short service name
     * @param own the gateway's own contract, whose paths are complete already
     */
    ContractMerger(SortedMap<String, ObjectNode> services, ObjectNode own) {
        this.services = services;
        this.own = own;
        SortedMap<String, ObjectNode> all = new TreeMap<>(services);
        all.put("gateway", own);
        this.names = new SchemaNames(all);
    }

    /** The contract of the whole house. */
    ObjectNode merge() {
        addPaths("gateway", own, false);
        services.forEach((service, contract) -> addPaths(service, contract, true));
        ObjectNode merged = NODES.objectNode();
        merged.set("openapi", own.path("openapi"));
        merged.set("info", info());
        merged.putArray("servers").addObject().put("url", "/").put("description", "Where this page comes from");
        merged.set("tags", tags());
        merged.set("paths", sorted(paths));
        merged.putObject("components").set("schemas", sorted(names.schemas()));
        return merged;
    }

    private ObjectNode info() {
        ObjectNode info = NODES.objectNode();
        info.put("title", "Fuda");
        info.put(
                "description",
                "Images, captions and tags for fine-tuning diffusion models. Every answer that is not success is a"
                        + " problem (RFC 9457) whose detail says what to do; long work answers 202 with a job id, whose"
                        + " progress comes over /api/live.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        info.put("version", own.path("info").path("version").asText());
        return info;
    }

    private ArrayNode tags() {
        Map<String, JsonNode> byName = new TreeMap<>();
        own.path("tags").forEach(tag -> byName.put(tag.path("name").asText(), tag));
        services.values()
                .forEach(contract -> contract.path("tags")
                        .forEach(tag ->
                                byName.merge(tag.path("name").asText(), tag, (a, b) -> a.has("description") ? a : b)));
        ArrayNode tags = NODES.arrayNode();
        byName.values().forEach(tags::add);
        return tags;
    }

    private void addPaths(String service, ObjectNode contract, boolean behindGateway) {
        contract.path("paths").properties().forEach(entry -> {
            String path = entry.getKey();
            ObjectNode item = names.renamed(service, entry.getValue());
            if (!behindGateway) {
                add(service, path, item);
            } else if (HOUSEKEEPING.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))) {
                String shared = "/api/services/{service}" + path;
                if (!paths.containsKey(shared)) {
                    item.withArray("parameters").insert(0, serviceParameter());
                    add("each service", shared, item);
                }
            } else {
                add(service, "/api" + path, item);
            }
        });
    }

    private ObjectNode serviceParameter() {
        ObjectNode parameter = NODES.objectNode();
        parameter.put("name", "service").put("in", "path").put("required", true);
        ObjectNode schema = parameter.putObject("schema").put("type", "string");
        services.keySet().forEach(schema.putArray("enum")::add);
        return parameter;
    }

    private void add(String owner, String path, ObjectNode item) {
        String other = pathOwners.putIfAbsent(path, owner);
        if (other != null) {
            throw new IllegalStateException("The path " + path + " is claimed by " + other + " and by " + owner);
        }
        paths.put(path, item);
        item.properties().forEach(entry -> {
            String id = entry.getValue().path("operationId").asText();
            String before = id.isEmpty() ? null : operationOwners.putIfAbsent(id, owner + " at " + path);
            if (before != null) {
                throw new IllegalStateException("The operationId " + id + " is used by " + before + " and by " + owner
                        + " at " + path + ": rename one of the methods");
            }
        });
    }

    private static ObjectNode sorted(Map<String, ? extends JsonNode> nodes) {
        ObjectNode sorted = NODES.objectNode();
        new TreeMap<String, JsonNode>(nodes).forEach(sorted::set);
        return sorted;
    }
}
