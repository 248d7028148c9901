package dev.fuda.fuzz.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes JSON values: as a schema wants them, at its bounds, and as nobody wants them. */
final class Values {

    private static final int DEEPEST = 4;

    /** Half of a character, as JSON can write it and UTF-8 can't. */
    static final char HALF = '\ud800';

    private static final String[] TEXTS = {
        "a",
        "long_hair",
        "1girl, -smile",
        "general",
        "main",
        "tags",
        "palette",
        "danbooru",
        "髪",
        "𝒳",
        "é".repeat(255),
        "2026-11-21T00:00:00Z",
        "00000000-0000-0000-0000-000000000000",
        "#ff00ff",
        "1"
    };

    private static final String[] HOSTILE = {
        "",
        " ",
        "\u0000",
        "a\u0000b",
        String.valueOf(HALF),
        "\ufeff\u202e\u2028",
        "\ufffe\uffff",
        "%",
        "%00",
        "_%\\",
        "'; drop table tag; --",
        "\"(|,",
        "(".repeat(100),
        "-".repeat(100) + "x",
        "*".repeat(60),
        "../../../etc/passwd",
        "/",
        "file:///etc/passwd",
        "http://[::1",
        "\\",
        "${x} {{x}} <script>",
        "İ".repeat(255),
        "x".repeat(256),
        "x".repeat(20_000),
        "99999-99-99T99:99:99Z",
        "+1000000000-12-31T23:59:59Z",
        "NaN",
        "-0",
        "1e400",
        "0x10",
        "٣",
        "null",
        "*",
        "W/\"1\"",
        "bytes=9-1,0-,-0",
        "a,b;q=2"
    };

    private static final String[] NUMBERS = {
        "0",
        "1",
        "2",
        "-1",
        "100",
        "500",
        "1000",
        "10001",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807"
    };

    private static final String[] HOSTILE_JSON = {
        "null",
        "true",
        "-1",
        "1.5",
        "1e400",
        "-0.0",
        "9223372036854775808",
        "9".repeat(400),
        "[]",
        "{}",
        "[[]]",
        "[null]",
        "{\"\":null}",
        "{\"id\":{\"id\":[]}}",
        "\"\\ud800\"",
        "\"\\u0000\""
    };

    private final Contract contract;
    private final Harvest harvest;
    private final Random random;

    Values(Contract contract, Harvest harvest, Random random) {
        this.contract = contract;
        this.harvest = harvest;
        this.random = random;
    }

    /** A text that should do for a parameter or form field. */
    String fitting(String name, JsonNode schema) {
        String json = json(name, schema, 0);
        return json.startsWith("\"") ? unquoted(json) : json;
    }

    String hostile() {
        return random.nextInt(3) == 0 ? pick(NUMBERS) : pick(HOSTILE);
    }

    String hostileJson() {
        return random.nextBoolean() ? pick(HOSTILE_JSON) : quoted(pick(HOSTILE));
    }

    /** A value as the schema wants it. */
    String json(String name, JsonNode unresolved, int depth) {
        JsonNode schema = contract.resolved(unresolved);
        if (schema.has("enum")) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .toString();
        }
        if (schema.has("anyOf")) {
            return json(
                    name,
                    schema.get("anyOf").get(random.nextInt(schema.get("anyOf").size())),
                    depth);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "integer" -> number(name);
            case "number" -> random.nextInt(3) == 0 ? number(name) : String.valueOf(random.nextDouble());
            case "null" -> "null";
            default -> quoted(text(name));
        };
    }

    /** An object with one property that its schema does not want so. */
    String damaged(JsonNode schema) {
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            fields.add(property.getKey());
        }
        String broken = fields.isEmpty() ? "x" : fields.get(random.nextInt(fields.size()));
        StringBuilder object = new StringBuilder("{");
        for (String field : fields) {
            String value = field.equals(broken)
                    ? brokenLike(schema.get("properties").get(field))
                    : json(field, schema.get("properties").get(field), 1);
            object.append(object.length() == 1 ? "" : ",")
                    .append(quoted(field))
                    .append(':')
                    .append(value);
        }
        return object.append('}').toString();
    }

    private String brokenLike(JsonNode unresolved) {
        JsonNode schema = contract.resolved(unresolved);
        if (type(schema).equals("array") && random.nextBoolean()) {
            String element = hostileJson();
            int times = random.nextInt(4) == 0 ? 12_000 / (1 + element.length()) : 1 + random.nextInt(3);
            return "[" + String.join(",", java.util.Collections.nCopies(Math.max(1, times), element)) + "]";
        }
        return hostileJson();
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText(schema.has("properties") ? "object" : "string");
    }

    private String object(JsonNode schema, int depth) {
        StringBuilder object = new StringBuilder("{");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (depth < DEEPEST && random.nextInt(5) > 0) {
                object.append(object.length() == 1 ? "" : ",").append(quoted(property.getKey()));
                object.append(':').append(json(property.getKey(), property.getValue(), depth + 1));
            }
        }
        return object.append('}').toString();
    }

    private String array(String name, JsonNode schema, int depth) {
        String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(json(one, schema.path("items"), depth + 1));
        }
        return "[" + String.join(",", elements) + "]";
    }

    private String number(String name) {
        String known = random.nextInt(8) == 0 ? null : harvest.any(name, random);
        return known != null && known.matches("-?\\d{1,18}") ? known : pick(NUMBERS);
    }

    private String text(String name) {
        String known = random.nextInt(4) == 0 ? null : harvest.any(name, random);
        if (known == null && random.nextBoolean()) {
            known = harvest.any("tag", random);
        }
        return known == null ? pick(TEXTS) : known;
    }

    String pick(String... options) {
        return options[random.nextInt(options.length)];
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || c == HALF) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static String unquoted(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < json.length() - 1; i++) {
            char c = json.charAt(i);
            if (c == '\\' && json.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(json.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(c == '\\' ? json.charAt(++i) : c);
            }
        }
        return text.toString();
    }
}
