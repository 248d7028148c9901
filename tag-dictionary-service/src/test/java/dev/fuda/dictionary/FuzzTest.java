package dev.fuda.dictionary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nonsense on every operation: whatever comes in, the failure is never ours, and it is told as a problem. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class FuzzTest {

    private static final int REQUESTS = 2_000;

    private static final String[] PATHS = {
        "/tag-dictionary",
        "/tag-dictionary/1",
        "/tag-dictionary/search",
        "/tag-dictionary/resolve",
        "/tag-dictionary/import",
        "/tag-dictionary/stats",
        "/tag-dictionary/overlay",
        "/tag-dictionary/1/overlay",
        "/tag-dictionary/1/translations/alternatives",
        "/tag-dictionary/1/translations/alternatives/1/take",
        "/tag-dictionary/formats",
        "/tag-dictionary/formats/1",
        "/tag-dictionary/1/formats",
        "/tag-dictionary/types",
        "/tag-dictionary/search-tags",
        "/tag-dictionary/convert",
        "/tag-dictionary/clean",
        "/tag-groups",
        "/tag-aliases",
        "/tag-aliases/1",
        "/tag-dictionary/99999999999999999999",
        "/tag-dictionary/%2e%2e",
        "/tag-groups/x"
    };

    private static final String[] METHODS = {"GET", "GET", "POST", "POST", "PUT", "DELETE"};

    private static final String[] NAMES = {
        "query",
        "category",
        "search",
        "match",
        "source",
        "deprecated",
        "page",
        "limit",
        "sort_by",
        "tag",
        "count",
        "aliases",
        "display_name",
        "description",
        "wiki_url",
        "is_deprecated",
        "version",
        "names",
        "source_tag",
        "target_tag",
        "name",
        "color",
        "tags",
        "keyword",
        "keywords",
        "partial",
        "min_usage",
        "format_name",
        "type_name",
        "formats",
        "prompts",
        "lists",
        "separator",
        "exclude_types",
        "kind",
        "texts"
    };

    private static final String[] VALUES = {
        "",
        "a",
        "long_hair",
        "0",
        "-1",
        "1",
        "2147483648",
        "1e400",
        "NaN",
        "true",
        "null",
        "general",
        "all",
        "\u0000",
        "\ud800",
        "𝒳",
        "髪",
        "%",
        "_",
        "\\",
        "'; drop table tag; --",
        "a,b",
        " ",
        "\u2028",
        "{}",
        "[]",
        "#ff00ff",
        "http://x",
        "x".repeat(300),
        "x".repeat(20_000),
        "count_desc",
        "exact",
        "danbooru",
        "format"
    };

    @Test
    void nothingIsOurFailure() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            String method = METHODS[random.nextInt(METHODS.length)];
            String path = PATHS[random.nextInt(PATHS.length)];
            RequestSpecification request = given().urlEncodingEnabled(!path.contains("%"));
            String sent = "";
            if (method.equals("GET") || method.equals("DELETE")) {
                String name = pick(random, NAMES);
                String value = pick(random, VALUES);
                sent = name + "=" + value;
                request.queryParam(name, path.contains("%") ? "x" : value);
            } else if (path.endsWith("import")) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                request.multiPart("file", pick(random, "a.csv", "General.json", "e621", "\u0000", "x/../y.csv"), bytes)
                        .multiPart("conflict_resolution", pick(random, "skip", "merge", "update", "x"));
            } else {
                sent = json(random, 0);
                request.contentType("application/json").body(sent.getBytes(StandardCharsets.UTF_8));
            }
            if (random.nextInt(5) == 0) {
                request.header("If-Match", pick(random, "\"1\"", "*", "x", "\"99999999999\""));
            }
            Response answer = request.request(method, path);
            String told = "seed %d: %s %s %s".formatted(seed, method, path, sent);
            assertThat(answer.statusCode()).as(told).isLessThan(500);
            if (answer.statusCode() >= 400 && answer.statusCode() != 414) {
                assertThat(answer.contentType()).as(told).startsWith("application/problem+json");
                assertThat(answer.jsonPath().getString("detail")).as(told).isNotBlank();
            }
        }
    }

    private static String json(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 3 : 6)) {
            case 0 ->
                "\""
                        + pick(random, VALUES)
                                .replace("\\", "\\\\")
                                .replace("\u0000", "\\u0000")
                                .replace("\ud800", "\\ud800")
                        + "\"";
            case 1 -> pick(random, "1", "-1", "1.5", "1e400", "true", "null", "9223372036854775808", "");
            case 2 -> pick(random, "\"general\"", "\"rain\"", "[\"a\"]", "[null]", "{");
            case 3 -> "[" + json(random, depth + 1) + "," + json(random, depth + 1) + "]";
            default -> {
                StringBuilder object = new StringBuilder("{");
                for (int fields = 1 + random.nextInt(4); fields > 0; fields--) {
                    object.append(object.length() == 1 ? "" : ",").append('"').append(pick(random, NAMES));
                    object.append("\":").append(json(random, depth + 2));
                }
                yield object.append('}').toString();
            }
        };
    }

    private static String pick(Random random, String... options) {
        return options[random.nextInt(options.length)];
    }
}
