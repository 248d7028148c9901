package dev.fuda.dictionary.tag;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every order, way to match and filter of the list of tags, over the same six tags. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class TagListTest {

    @Inject
    DataSource database;

    @BeforeEach
    void fill() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from tag where name like '%srt%'");
            statement.execute("""
                    insert into tag (name, category, count, source, is_deprecated, created_at) values
                        ('srt_b', 0, 5, 'danbooru', false, timestamptz '2026-01-03'),
                        ('srt_a', 0, 5, 'danbooru', false, timestamptz '2026-01-03'),
                        ('srt_c', 4, 9, 'user_custom', false, timestamptz '2026-01-01'),
                        ('srt', 1, 1, 'auto_detected', false, timestamptz '2026-01-04'),
                        ('re_srt', 5, 7, 'danbooru', false, timestamptz '2026-01-02'),
                        ('srt_old', 0, 8, 'danbooru', true, timestamptz '2026-01-05')
                    """);
        }
    }

    private static List<String> listed(RequestSpecification query) {
        return query.get("/tag-dictionary").then().statusCode(200).extract().path("items.tag");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            count_desc,   srt_c re_srt srt_a srt_b srt
            count_asc,    srt srt_a srt_b re_srt srt_c
            name_asc,     re_srt srt srt_a srt_b srt_c
            name_desc,    srt_c srt_b srt_a srt re_srt
            created_desc, srt srt_a srt_b re_srt srt_c
            created_asc,  srt_c re_srt srt_b srt_a srt
            """)
    void comesInEachOrderOnWholeAndSinglePages(String order, String expected) {
        assertThat(listed(given().queryParam("search", "srt").queryParam("sort_by", order)))
                .containsExactly(expected.split(" "));
        for (int page = 1; page <= 5; page++) {
            assertThat(listed(given().queryParam("search", "srt")
                            .queryParam("sort_by", order)
                            .queryParam("limit", 1)
                            .queryParam("page", page)))
                    .containsExactly(expected.split(" ")[page - 1]);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            exact,   srt,   srt
            exact,   SRT,   srt
            exact,   srt_,  ''
            prefix,  srt,   srt_c srt_a srt_b srt
            prefix,  srt_,  srt_c srt_a srt_b
            suffix,  srt,   re_srt srt
            partial, srt,   srt_c re_srt srt_a srt_b srt
            partial, srt_,    srt_c srt_a srt_b
            ,        re sr,  re_srt
            """)
    void matchesAsAsked(String match, String search, String expected) {
        RequestSpecification query = given().queryParam("search", search);
        assertThat(listed(match == null ? query : query.queryParam("match", match)))
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            category=all,                          srt_c re_srt srt_a srt_b srt
            source=all,                            srt_c re_srt srt_a srt_b srt
            category=artist,                       srt
            category=Character,                    srt_c
            source=danbooru,                       re_srt srt_a srt_b
            source=user_custom,                    srt_c
            source=auto_detected,                  srt
            source=danbooru&category=general,      srt_a srt_b
            source=user_custom&category=general,   ''
            deprecated=only,                       srt_old
            deprecated=show&category=general,      srt_old srt_a srt_b
            deprecated=hide&source=all&category=all, srt_c re_srt srt_a srt_b srt
            """)
    void filters(String query, String expected) {
        String[] names = expected.isEmpty() ? new String[0] : expected.split(" ");
        assertThat(given().get("/tag-dictionary?search=srt&" + query)
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(names.length))
                        .extract()
                        .<List<String>>path("items.tag"))
                .containsExactly(names);
    }
}
