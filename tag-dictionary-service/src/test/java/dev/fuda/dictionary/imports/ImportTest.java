package dev.fuda.dictionary.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class ImportTest {

    @Test
    void takesTheGoodRowsAndTellsWhyTheOthersAreBroken() {
        String csv = """
                \uFEFFimp_blue_sky,0,1200,"imp_azure,imp_sky_blue"\r
                imp_no_count,0,many,\r
                ,0,5,\r
                imp_bad_category,2,5,\r
                imp_negative,0,-5,\r
                imp_huge,0,2147483648,\r
                "imp_open,0,5,\r
                imp_artist,1,77,\r
                imp_blue_sky,0,3,\r
                imp_two_fields,0\r
                "imp_quoted"_,0,5,\r

                Imp Upper Case,4,6,"Imp Alias,imp_alias,imp_upper_case"
                """;
        importFile("danbooru.csv", csv, Map.of())
                .statusCode(200)
                .body("imported_count", equalTo(3))
                .body("updated_count", equalTo(0))
                .body("skipped_count", equalTo(0))
                .body("rejected_count", equalTo(9))
                .body("rejected.line", contains(2, 3, 4, 5, 6, 7, 9, 10, 11))
                .body("rejected[0].reason", equalTo("the count 'many' is not a whole number"))
                .body("rejected[1].reason", equalTo("the name is empty"))
                .body("rejected[3].reason", equalTo("the count -5 is not between 0 and 2147483647"))
                .body("rejected[5].reason", equalTo("a quoted field is not closed"))
                .body("rejected[6].reason", equalTo("the name is already on line 1, which was taken"));
        search("imp_azure")
                .body("results", hasSize(1))
                .body("results[0].tag", equalTo("imp_blue_sky"))
                .body("results[0].count", equalTo(1200))
                .body("results[0].matched_alias", equalTo("imp_azure"))
                .body("results[0].reason", equalTo("alias"));
        search("IMP-UPPER").body("results[0].tag", equalTo("imp_upper_case"));
        list("imp_upper_case").body("items[0].aliases", contains("imp_alias"));
    }

    @Test
    void readsTheSpecificationsHeaderInAnyOrderAndLinesInsideQuotes() {
        String csv = """
                category,tag,count,display_name,aliases,description
                character,hdr_miku,123034,Hatsune Miku,"hdr_39,hdr_合音ミク","Vocaloid
                character, ""the"" one"
                general,hdr_broken,1,"never closed,,
                meta,hdr_after,2,,,
                nonsense,hdr_bad,2,,,
                """;
        importFile("mine.csv", csv, Map.of())
                .statusCode(200)
                .body("imported_count", equalTo(2))
                .body("rejected.line", contains(4, 6));
        list("hdr_miku")
                .body("items[0].category", equalTo("character"))
                .body("items[0].display_name", equalTo("Hatsune Miku"))
                .body("items[0].aliases", contains("hdr_39", "hdr_合音ミク"))
                .body("items[0].description", equalTo("Vocaloid\ncharacter, \"the\" one"));
        search("合音").body("results[0].reason", equalTo("inside"));
        search("hdr 合音").body("results[0].matched_alias", equalTo("hdr_合音ミク"));
    }

    @Test
    void tellsTheCategoryOfATagListFromItsName() {
        importFile("Artist.json", "{\"tl_one\": 5, \"tl_two\": null, \"tl_three\": 1.5,\n \"tl_four\": 7}", Map.of())
                .statusCode(200)
                .body("imported_count", equalTo(2))
                .body("rejected.line", contains(1, 1));
        list("tl_four").body("items[0].category", equalTo("artist")).body("items[0].count", equalTo(7));
        importFile("something.json", "{\"tl_five\": 5}", Map.of())
                .statusCode(422)
                .body(
                        "detail",
                        equalTo(
                                "The category of 'something.json' can't be told from its name. Choose one of: "
                                        + "general, artist, copyright, character, meta, model, quality, rating, species, invalid, lore."));
        importFile("something.json", "{\"tl_five\": 5}", Map.of("category", "model"))
                .statusCode(200)
                .body("imported_count", equalTo(1));
    }

    @Test
    void aBrokenJsonFileLeavesNothing() {
        importFile("General.json", "{\"bj_one\": 5,\n \"bj_two\": ", Map.of())
                .statusCode(422)
                .body("code", equalTo("unreadable-file"));
        list("bj_one").body("total", equalTo(0));
    }

    @Test
    void skipsUpdatesOrMergesTagsThatExist() {
        importFile("a.csv", "con_tag,0,10,\"con_a\"\ncon_same,0,1,\n", Map.of()).body("imported_count", equalTo(2));
        String newer = "con_tag,4,8,\"con_b\"\ncon_same,0,1,\n";
        importFile("b.csv", newer, Map.of("conflict_resolution", "skip"))
                .body("skipped_count", equalTo(2))
                .body("updated_count", equalTo(0));
        importFile("b.csv", newer, Map.of("conflict_resolution", "update"))
                .body("skipped_count", equalTo(1))
                .body("updated_count", equalTo(1));
        list("con_tag")
                .body("items[0].category", equalTo("character"))
                .body("items[0].count", equalTo(8))
                .body("items[0].version", equalTo(2))
                .body("items[0].aliases", contains("con_a"));
        importFile("b.csv", newer, Map.of("conflict_resolution", "merge"))
                .body("skipped_count", equalTo(1))
                .body("updated_count", equalTo(1));
        list("con_tag").body("items[0].aliases", contains("con_a", "con_b")).body("items[0].version", equalTo(3));
        importFile("b.csv", newer, Map.of("conflict_resolution", "merge")).body("skipped_count", equalTo(2));
        search("con_b").body("results[0].tag", equalTo("con_tag"));
    }

    @Test
    void aListLeadsNothingToADeprecatedTag() {
        importFile("a.csv", "gra_old,0,10,\"gra_alias\"\ngra_new,0,20,\n", Map.of())
                .body("imported_count", equalTo(2));
        given().contentType("application/json")
                .body("{\"kind\": \"deprecate\", \"tag\": \"gra_old\", \"target\": \"gra_new\"}")
                .post("/tag-dictionary/operations")
                .then()
                .statusCode(201);
        String circle = "gra_old,0,15,\"gra_new,gra_later\"\n";
        for (String format : List.of("danbooru", "e621")) {
            importFile("b.csv", circle, Map.of("conflict_resolution", "merge", "format", format))
                    .body("rejected_count", equalTo(0));
            given().queryParam("search", "gra_old")
                    .queryParam("deprecated", "only")
                    .get("/tag-dictionary")
                    .then()
                    .body("items[0].aliases", contains("gra_alias"))
                    .body("items[0].count", equalTo(15));
        }
        // And so a later list of aliases finds no circle that was there before it.
        given().multiPart("file", "list.csv", "from,to\ngra_way,gra_old\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("kind", "alias")
                .post("/tag-relations/import")
                .then()
                .statusCode(200)
                .body("added_count", equalTo(1));
        search("gra_way").body("results[0].tag", equalTo("gra_new"));
    }

    @Test
    void aMergeKeepsTheHigherCountAndFillsWhatIsEmpty() {
        String header = "tag,category,count,display_name,aliases,description\n";
        importFile("a.csv", header + "fill_a,general,10,,,\nfill_b,general,10,B,,words\n", Map.of())
                .body("imported_count", equalTo(2));
        String newer = header + "fill_a,artist,8,A,,new words\nfill_b,artist,12,Bee,,other words\n";
        importFile("b.csv", newer, Map.of("conflict_resolution", "merge")).body("updated_count", equalTo(2));
        list("fill_a")
                .body("items[0].count", equalTo(10))
                .body("items[0].category", equalTo("general"))
                .body("items[0].display_name", equalTo("A"))
                .body("items[0].description", equalTo("new words"));
        list("fill_b")
                .body("items[0].count", equalTo(12))
                .body("items[0].category", equalTo("general"))
                .body("items[0].display_name", equalTo("B"))
                .body("items[0].description", equalTo("words"));
    }

    @Test
    void anUpdateTakesTheTextsThatTheFileHas() {
        String header = "tag,category,count,display_name,aliases,description\n";
        importFile("a.csv", header + "upd_a,general,10,A,,words\nupd_b,general,10,B,,words\n", Map.of())
                .body("imported_count", equalTo(2));
        String newer = header + "upd_a,general,10,Ay,,other words\nupd_b,general,10,,,\n";
        importFile("b.csv", newer, Map.of("conflict_resolution", "update"))
                .body("updated_count", equalTo(1))
                .body("skipped_count", equalTo(1));
        list("upd_a").body("items[0].display_name", equalTo("Ay")).body("items[0].description", equalTo("other words"));
        list("upd_b").body("items[0].display_name", equalTo("B")).body("items[0].description", equalTo("words"));
    }

    @Test
    void aDryRunTellsEverythingAndChangesNothing() {
        importFile("dry.csv", "dry_tag,0,10,\ndry_bad,x,1,\n", Map.of("dry_run", "true"))
                .body("imported_count", equalTo(1))
                .body("rejected_count", equalTo(1))
                .body("dry_run", equalTo(true));
        list("dry_tag").body("total", equalTo(0));
    }

    @Test
    void theFirstListReplacesTheStarterDictionary() {
        list("long_hair").body("items[0].count", equalTo(0)).body("items[0].aliases", hasSize(1));
        importFile("d.csv", "long_hair,0,4350743,\"longhair\"\n", Map.of())
                .body("imported_count", equalTo(0))
                .body("updated_count", equalTo(1));
        list("long_hair").body("items[0].count", equalTo(4350743)).body("items[0].is_official", equalTo(true));
        importFile("d.csv", "long_hair,0,1,\n", Map.of()).body("skipped_count", equalTo(1));
    }

    @Test
    void numbersMeanWhatTheirVocabularySays() {
        importFile("e621_sfw.csv", "num_wolf,5,9,\nnum_lore,8,9,\n", Map.of()).body("imported_count", equalTo(2));
        importFile("x.csv", "num_fox,5,9,\n", Map.of("vocabulary", "e621")).body("imported_count", equalTo(1));
        importFile("x.csv", "num_highres,5,9,\n", Map.of()).body("imported_count", equalTo(1));
        list("num_wolf").body("items[0].category", equalTo("species"));
        list("num_lore").body("items[0].category", equalTo("lore"));
        list("num_fox").body("items[0].category", equalTo("species"));
        list("num_highres").body("items[0].category", equalTo("meta"));
    }

    @Test
    void aNameOf255CharactersIsTakenAndOneMoreIsNot() {
        String longest = "len_" + "猫".repeat(251);
        importFile("len.csv", longest + ",0,1,\n" + longest + "a,0,1,\n", Map.of())
                .body("imported_count", equalTo(1))
                .body("rejected[0].reason", equalTo("the name has 256 characters, 255 is the longest possible"));
        search("len_猫").body("results[0].tag", equalTo(longest)).body("results[0].matched_alias", nullValue());
    }

    @Test
    void refusesWhatItCannotRead() {
        byte[] utf16 = "utf_tag,0,1,\n".getBytes(StandardCharsets.UTF_16);
        given().multiPart("file", "u.csv", utf16)
                .post("/tag-dictionary/import")
                .then()
                .statusCode(422)
                .body("detail", equalTo("The file is UTF-16. Save it as UTF-8 and import it again."));
        importFile("a.csv", "a,0,1,\n", Map.of("conflict_resolution", "explode"))
                .statusCode(400)
                .body("errors[0].field", equalTo("conflict_resolution"));
        importFile("a.csv", "a,0,1,\n", Map.of("dry_run", "perhaps")).statusCode(400);
        importFile("a.csv", "a,0,1,\n", Map.of("category", "weather")).statusCode(400);
        importFile("a.csv", "a,0,1,\n", Map.of("vocabulary", "weather")).statusCode(400);
        given().multiPart("category", "general")
                .post("/tag-dictionary/import")
                .then()
                .statusCode(400)
                .body("code", equalTo("file-missing"));
        importFile("empty.csv", "", Map.of()).statusCode(200).body("imported_count", equalTo(0));
    }

    static ValidatableResponse importFile(String name, String content, Map<String, String> form) {
        return given().multiPart("file", name, content.getBytes(StandardCharsets.UTF_8))
                .formParams(form)
                .contentType("multipart/form-data")
                .post("/tag-dictionary/import")
                .then();
    }

    private static ValidatableResponse search(String query) {
        return given().queryParam("query", query)
                .get("/tag-dictionary/search")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(String name) {
        ValidatableResponse found = given().queryParam("search", name)
                .queryParam("match", "exact")
                .get("/tag-dictionary")
                .then()
                .statusCode(200);
        List<Object> items = found.extract().path("items");
        assertThat(items).hasSizeLessThanOrEqualTo(1);
        return found;
    }
}
