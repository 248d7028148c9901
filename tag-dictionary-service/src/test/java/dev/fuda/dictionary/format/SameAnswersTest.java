package dev.fuda.dictionary.format;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dictionary.database.TagDatabase;
import dev.fuda.dictionary.database.TagFormat;
import dev.fuda.dictionary.database.TagQuery;
import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.file.TranslationFile;
import dev.fuda.dictionary.file.Vocabulary;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library in memory and the service over PostgreSQL, from the same lists: two ways to the same answers. */
@QuarkusTest
@TestProfile(FormatDatabase.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class SameAnswersTest {

    private static final String DANBOORU = """
            same_long_hair,0,4350,"same_longhair,same_either"
            same_miku,4,80000,"same_either,same_hatsune"
            same-miku,4,12,
            same_closed_eyes,0,500,same_eyes_shut
            same_highres,5,800,same_hires
            same_fate_(series),3,9000,
            same_animal,0,77,
            same%odd_,1,3,
            """;
    private static final String E621 = """
            same_eyes_closed,0,400,"same_closed_eyes,same_shut"
            same_hi_res,7,900,"same_highres,same_hires"
            same_long_hair,0,100,same_long_haired
            same_canine,5,2000,"same_dog,same_longhair"
            same_invalid,6,5,"same_animal,same_adorable"
            same_lore,8,1,
            """;
    private static final String TRANSLATIONS = "same_long_hair,同じ長髪\nsame_canine,同じ犬\n";

    private static final List<String> NAMES = List.of(
            "same_long_hair",
            "Same Longhair",
            "same_either",
            "same_hatsune",
            "same-miku",
            "same miku",
            "same_closed_eyes",
            "same_eyes_shut",
            "same_highres",
            "same_hires",
            "same_hi_res",
            "same_eyes_closed",
            "same_shut",
            "same_fate \\(series\\)",
            "same_animal",
            "same_adorable",
            "same_long_haired",
            "same_dog",
            "same_canine",
            "same_invalid",
            "same_lore",
            "same%odd_",
            "same_nobody");

    private static TagDatabase load(Path folder) throws IOException {
        Path danbooru = Files.writeString(folder.resolve("danbooru.csv"), DANBOORU);
        Path e621 = Files.writeString(folder.resolve("e621.csv"), E621);
        Path japanese = Files.writeString(folder.resolve("ja.csv"), TRANSLATIONS);
        put(danbooru, Map.of("format", "danbooru"), "/tag-dictionary/import");
        put(e621, Map.of("format", "e621"), "/tag-dictionary/import");
        put(japanese, Map.of("language", "ja"), "/tag-translations/import");
        return TagDatabase.builder()
                .tags(TagFormat.DANBOORU, new TagFile(danbooru, "danbooru.csv", null, Vocabulary.DANBOORU))
                .tags(TagFormat.E621, new TagFile(e621, "e621.csv", null, Vocabulary.E621))
                .translations(new TranslationFile(japanese, "ja"))
                .build();
    }

    private static void put(Path file, Map<String, String> form, String path) {
        RequestSpecification request = given().multiPart("file", file.toFile());
        form.forEach(request::multiPart);
        request.post(path).then().statusCode(200);
    }

    @Test
    void libraryAndServiceAnswerAlike(@TempDir Path folder) throws IOException {
        TagDatabase library = load(folder);
        assertThat(search(TagQuery.of("same*"))).hasSize(library.size());
        for (TagQuery query : queries()) {
            assertThat(search(query))
                    .as(query.toString())
                    .isEqualTo(library.searchTags(query, 1000, 0).stream()
                            .map(found -> List.of(
                                    found.tag(),
                                    found.sourceTag(),
                                    found.usageCount(),
                                    found.alias(),
                                    found.typeName(),
                                    found.translations()))
                            .sorted(Comparator.comparing(row -> (String) row.getFirst()))
                            .toList());
        }
        for (String format : List.of("danbooru", "e621", "derpibooru", "unknown")) {
            String list = String.join(", ", NAMES) + ", big same_dog";
            JsonPath converted = given().contentType(ContentType.JSON)
                    .body(Map.of(
                            "format_name", format,
                            "tags", NAMES,
                            "prompts", List.of(list),
                            "lists", List.of(list),
                            "exclude_types", List.of("species")))
                    .post("/tag-dictionary/convert")
                    .jsonPath();
            assertThat(converted.getList("tags")).as(format).isEqualTo(library.convertTags(NAMES, format));
            assertThat(converted.getString("prompts[0]")).isEqualTo(library.convertPrompt(list, format));
            assertThat(converted.getString("lists[0]"))
                    .isEqualTo(library.convertTags(list, format, ", ", Set.of("species")));
        }
    }

    private static List<TagQuery> queries() {
        List<TagQuery> queries = new ArrayList<>();
        for (String format : new String[] {null, "danbooru", "E621", "derpibooru", "All"}) {
            for (Boolean alias : new Boolean[] {null, true, false}) {
                for (String type : new String[] {null, "general", "character", "species", "meta", "invalid"}) {
                    queries.add(new TagQuery("same*", false, format, type, null, null, null, alias));
                }
                queries.add(new TagQuery("SAME_", true, format, null, null, 100L, 9000L, alias));
                queries.add(new TagQuery("same_%", true, format, null, null, null, null, alias));
                queries.add(new TagQuery("same*s*e", false, format, null, null, null, null, alias));
                queries.add(new TagQuery("Same_Closed_Eyes", false, format, null, null, null, null, alias));
                queries.add(new TagQuery("同じ", true, format, null, "JA", null, null, alias));
                queries.add(new TagQuery("同じ犬", false, format, null, null, null, null, alias));
            }
        }
        return queries;
    }

    /** Ids differ, since the service gives new tags theirs by name. */
    private static List<List<Object>> search(TagQuery query) {
        RequestSpecification request = given().queryParam("keyword", query.keyword())
                .queryParam("partial", query.partial())
                .queryParam("limit", 1000);
        add(request, "format_name", query.formatName());
        add(request, "type_name", query.typeName());
        add(request, "language", query.language());
        add(request, "min_usage", query.minUsage());
        add(request, "max_usage", query.maxUsage());
        add(request, "alias", query.alias());
        JsonPath found = request.get("/tag-dictionary/search-tags").jsonPath();
        return found.<Map<String, Object>>getList("tags").stream()
                .map(tag -> List.of(
                        tag.get("tag"),
                        tag.get("source_tag"),
                        ((Number) tag.get("usage_count")).longValue(),
                        tag.get("alias"),
                        tag.get("type_name"),
                        tag.get("translations")))
                .sorted(Comparator.comparing(row -> (String) row.getFirst()))
                .toList();
    }

    private static void add(RequestSpecification request, String name, Object value) {
        if (value != null) {
            request.queryParam(name, value);
        }
    }
}
