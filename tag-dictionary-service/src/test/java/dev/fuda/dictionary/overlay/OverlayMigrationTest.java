package dev.fuda.dictionary.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.local.DatabaseAccess;
import dev.fuda.local.LocalStackResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A house that was lived in before words had owners: they are told by what came when. */
class OverlayMigrationTest {

    private DatabaseAccess access;
    private Connection connection;

    @BeforeEach
    void anOldHouse() throws SQLException {
        new LocalStackResource().start();
        access = LocalStackResource.freshDatabase("overlay_migration");
        migrate("60");
        connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(access.jdbcUrl(), access.user(), access.password())
                .locations("db/kernel", "db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    private void sql(String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement each = connection.createStatement();
                ResultSet row = each.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    @Test
    void whatPeopleSaidIsTheirsAndWhatListsSaidIsNot() throws SQLException {
        String list = "timestamptz '2026-01-01 10:00'";
        String relations = "timestamptz '2026-01-02 10:00'";
        sql(
                "insert into tag_import (id, file_name, conflicts, author, imported, updated, skipped, rejected, created_at)"
                        + " values ('00000000-0000-0000-0000-000000000001', 'e621.csv', 'skip', 'a', 1, 0, 0, 0, "
                        + list + ")");
        sql("insert into tag (id, name, category, count, description, source, created_at) values"
                + " (1, 'base', 0, 9, 'text', 'danbooru', " + list + "), (2, 'other', 0, 9, null, 'danbooru', " + list
                + "),"
                + " (3, 'of_e621', 0, 9, null, 'user_custom', " + list
                + "), (4, 'mine', 5, 0, 'text', 'user_custom', now()),"
                + " (5, 'counted', 5, 3, null, 'user_custom', now()), (6, 'accepted', 4, 0, null, 'auto_detected', now()),"
                + " (7, 'waiting', 4, 0, null, 'auto_detected', now())");
        sql("insert into tag_review (tag_id, state) values (6, 'accepted'), (7, 'pending')");
        sql("insert into tag_alias (tag_id, alias, created_at) values (1, 'of_list', " + list
                + "), (1, 'of_relations', " + relations + "), (2, 'of_relations_too', " + relations
                + "), (1, 'of_person', now())");
        sql("insert into tag_translation (tag_id, language, translation, position, source) values"
                + " (1, 'ja', 'a', 1, 'user'), (1, 'ja', 'b', 2, 'ja.csv'), (2, 'ja', 'c', 0, 'ja.csv')");
        migrate("62");
        assertThat(rows("select name || ' ' || own_fields::text from tag where own_fields is not null order by id"))
                .containsExactly(
                        "mine {tag,category,description}", "counted {tag,category,count}", "accepted {tag,category}");
        assertThat(rows("select alias from tag_alias where is_own")).containsExactly("of_person");
        assertThat(
                        rows(
                                "select translation || ' ' || position || coalesce(' ' || is_own, '') from tag_translation order by id"))
                .containsExactly("a 0 true", "b 1", "c 0");
    }
}
