package dev.fuda.kernel.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Gives the schemas of records their certainty. Jackson writes every component of a record, so in an answer all of them
 * are required; the ones that may be null are boxed numbers, {@code Optional}, and what is marked
 * {@link org.jspecify.annotations.Nullable}. A record that is also a request keeps its fields optional.
 */
final class RecordSchemas {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final Set<String> BOXES = Set.of(
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Boolean",
            "java.util.Optional");
    private static final PropertyNamingStrategies.NamingBase SNAKE = new PropertyNamingStrategies.SnakeCaseStrategy();
    /** What the scanner makes of a {@code JsonNode}: a description of Jackson, of no use to anybody. */
    private static final String ANY_JSON = "JsonNode";

    private static final String REF = "#/components/schemas/";

    private final Map<String, List<ClassInfo>> bySimpleName = new HashMap<>();
    private final Map<String, Schema> schemas;

    RecordSchemas(IndexView index, Map<String, Schema> schemas) {
        this.schemas = schemas;
        index.getKnownClasses()
                .forEach(known -> bySimpleName
                        .computeIfAbsent(known.simpleName(), name -> new ArrayList<>())
                        .add(known));
    }

    /** Completes the schemas that these paths use and drops the others. */
    void complete(Paths paths) {
        schemas.computeIfPresent(ANY_JSON, (name, scanned) -> anything());
        Set<String> asked = new HashSet<>();
        Set<String> answered = new HashSet<>();
        paths.getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(operation -> {
                    reach(requestSchemas(operation), asked);
                    reach(answerSchemas(operation), answered);
                }));
        schemas.keySet().removeIf(name -> !asked.contains(name) && !answered.contains(name));
        schemas.forEach((name, schema) -> {
            lowerCaseEnum(name, schema);
            if (!asked.contains(name)) {
                markAlwaysThere(name, schema);
            }
        });
    }

    private static Stream<Schema> requestSchemas(Operation operation) {
        Stream<Schema> parameters = operation.getParameters() == null
                ? Stream.empty()
                : operation.getParameters().stream()
                        .map(parameter -> parameter.getSchema())
                        .filter(Objects::nonNull);
        return operation.getRequestBody() == null
                ? parameters
                : Stream.concat(parameters, schemasOf(operation.getRequestBody().getContent()));
    }

    private static Stream<Schema> answerSchemas(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .flatMap(response -> schemasOf(response.getContent()));
    }

    private static Stream<Schema> schemasOf(Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(media -> media.getSchema())
                        .filter(Objects::nonNull);
    }

    private void reach(Stream<Schema> from, Set<String> names) {
        Deque<Schema> open = new ArrayDeque<>();
        from.forEach(open::add);
        while (!open.isEmpty()) {
            Schema schema = open.remove();
            if (schema.getRef() != null && schema.getRef().startsWith(REF)) {
                String name = schema.getRef().substring(REF.length());
                if (names.add(name) && schemas.get(name) != null) {
                    open.add(schemas.get(name));
                }
            }
            parts(schema).forEach(open::add);
        }
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : schema.getProperties().values(),
                        orNone(schema.getAllOf()),
                        orNone(schema.getAnyOf()),
                        orNone(schema.getOneOf()),
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                                .filter(Objects::nonNull)
                                .toList())
                .flatMap(Collection::stream);
    }

    private static List<Schema> orNone(List<Schema> parts) {
        return parts == null ? List.of() : parts;
    }

    private static Schema anything() {
        return OASFactory.createSchema().description("Any JSON.");
    }

    private void lowerCaseEnum(String name, Schema schema) {
        List<Object> values = schema.getEnumeration();
        if (values != null && candidates(name).anyMatch(ClassInfo::isEnum)) {
            schema.setEnumeration(values.stream()
                    .<Object>map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .toList());
        }
    }

    private void markAlwaysThere(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
        Optional<ClassInfo> record = candidates(name)
                .filter(ClassInfo::isRecord)
                .filter(candidate -> componentsByField(candidate)
                        .keySet()
                        .containsAll(schema.getProperties().keySet()))
                .findFirst();
        record.ifPresent(found -> {
            Map<String, RecordComponentInfo> components = componentsByField(found);
            Map<String, Schema> properties = new LinkedHashMap<>();
            schema.getProperties()
                    .forEach((field, property) -> properties.put(
                            field, mayBeNull(components.get(field).type()) ? orNull(property) : property));
            schema.setProperties(properties);
        });
    }

    private Stream<ClassInfo> candidates(String schemaName) {
        // A second class of the same simple name becomes "Name1".
        String bare = schemaName.replaceFirst("\\d+$", "");
        return Stream.of(schemaName, bare)
                .distinct()
                .flatMap(name -> bySimpleName.getOrDefault(name, List.of()).stream());
    }

    private static Map<String, RecordComponentInfo> componentsByField(ClassInfo record) {
        Map<String, RecordComponentInfo> components = new HashMap<>();
        record.recordComponents().forEach(component -> components.put(SNAKE.translate(component.name()), component));
        return components;
    }

    private static boolean mayBeNull(Type type) {
        return type.hasAnnotation(NULLABLE) || BOXES.contains(type.name().toString());
    }

    private static Schema orNull(Schema schema) {
        if ((REF + ANY_JSON).equals(schema.getRef())) {
            return schema;
        }
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().type(List.of(SchemaType.NULL)));
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            List<SchemaType> types = new ArrayList<>(schema.getType());
            types.add(SchemaType.NULL);
            schema.setType(types);
        }
        return schema;
    }
}
