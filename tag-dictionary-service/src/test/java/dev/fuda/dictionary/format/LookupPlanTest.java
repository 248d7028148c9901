package dev.fuda.dictionary.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dictionary.name.Sinks;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How whole names are looked up among some ten thousand tags. In a dictionary of 1.8 million a statement that reads a
 * table from end to end takes seconds; the planner tells that already here.
 */
@QuarkusTest
@TestProfile(FormatDatabase.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class LookupPlanTest {

    private static final String WHOLE_TABLE = "(?s).*Seq Scan on (tag|tag_\\w*(translation|status|count|alias))\\b.*";

    @Inject
    Pool pool;

    @BeforeEach
    void fill() {
        run("""
                insert into tag (name, category, count, source, source_name)
                select 'plan_' || n, 0, n, case when n % 3 = 0 then 'danbooru' else 'user_custom' end,
                    case when n % 5 = 0 then 'Plan-' || n end
                from generate_series(1, 15000) n on conflict do nothing""");
        run("""
                insert into tag_translation (tag_id, language, translation)
                select id, 'ja', 'タグ' || name from tag where name like 'plan%' on conflict do nothing""");
        run("""
                insert into tag_alias (tag_id, alias)
                select id, 'other_' || name from tag where name like 'plan%' on conflict do nothing""");
        run("""
                insert into tag_status (tag_id, format_id, type_id, preferred_tag_id)
                select id, 2, 0, id from tag where name like 'plan%' on conflict do nothing""");
        run("""
                insert into tag_usage_count (tag_id, format_id, count)
                select id, 2, 1 from tag where name like 'plan%' on conflict do nothing""");
        run("analyze tag, tag_translation, tag_alias, tag_status, tag_usage_count");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private String plan(String sql, Tuple parameters) {
        return StreamSupport.stream(
                        pool.preparedQuery("explain " + sql)
                                .execute(parameters)
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }

    private static Tuple question(Short format) {
        return Tuple.tuple()
                .addValue(new String[] {"plan_77"})
                .addValue(format)
                .addValue(format == null ? null : "general")
                .addValue("ja")
                .addValue(1L)
                .addValue(null)
                .addValue(false)
                .addValue(100)
                .addValue(0L);
    }

    @Test
    void searchOfWholeTextsReadsIndexes() {
        for (Short format : new Short[] {null, 1, 2}) {
            assertThat(plan(TagSearch.WHOLE, question(format)))
                    .as("format %s", format)
                    .doesNotMatch(WHOLE_TABLE)
                    .contains("tag_name_key", "tag_by_source_name", "tag_translation_by_text");
        }
    }

    @Test
    void conversionReadsIndexes() {
        Tuple names = Tuple.of((short) 2, new String[] {"other_plan_77"}, Sinks.NAMES.toArray(String[]::new));
        assertThat(plan(FormatRepository.CONVERT, names))
                .doesNotMatch(WHOLE_TABLE)
                .contains("tag_name_key", "tag_alias_by_name");
    }

    @Test
    void theTestWouldSeeATableReadFromEndToEnd() {
        assertThat(plan("select from tag where description = $1", Tuple.of("x")))
                .matches(WHOLE_TABLE);
    }
}
