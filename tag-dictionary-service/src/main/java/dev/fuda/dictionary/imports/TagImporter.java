package dev.fuda.dictionary.imports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a whole file into the tables: COPY into a staging table, then sets. Everything happens in the transaction of
 * the given connection; the caller commits or rolls back. Rows are written in the order of their names, so that
 * importers of overlapping files wait for each other and never deadlock.
 */
final class TagImporter {

    private static final String STAGING = """
            create temp table staged (
                line bigint, name text collate "C", category smallint, count integer,
                display_name text, description text, aliases text
            ) on commit drop;
            create temp table fresh (like staged) on commit drop;
            create temp table touched (id bigint, name text collate "C", is_new boolean)
            on commit drop
            """;

    private static final String FIRST_OF_EACH_NAME =
            "insert into fresh select distinct on (name) * from staged order by name, line";

    private static final String REPEATED = """
            select s.line, s.name, f.line from staged s join fresh f using (name)
            where s.line <> f.line order by s.line limit %d
            """.formatted(RejectionList.KEPT);

    /** %s: what happens to a tag that exists, and when it does. */
    private static final String WRITE_TAGS = """
            with written as (
                insert into tag as t (name, category, count, display_name, description, source, is_official)
                select name, category, count, display_name, description, ?, ? from fresh order by name
                on conflict (name) do update set
                    category = case when t.is_starter then excluded.category else %1$s end,
                    count = case when t.is_starter then excluded.count else %2$s end,
                    display_name = case when t.is_starter then excluded.display_name else %3$s end,
                    description = case when t.is_starter then excluded.description else %4$s end,
                    source = case when t.is_starter then excluded.source else t.source end,
                    is_official = case when t.is_starter then excluded.is_official else t.is_official end,
                    is_starter = false,
                    version = t.version + 1,
                    updated_at = now()
                where t.is_starter %5$s
                returning id, name, xmax = 0 as is_new
            )
            insert into touched (id, name, is_new) select id, name, is_new from written
            """;

    private static final String STARTERS_OF_FILE = """
            create temp table starters on commit drop as
            select t.id from tag t join fresh using (name) where t.is_starter order by t.name for update of t
            """;

    /** Aliases of new tags and of replaced starter tags; with {@code merge} those of every tag in the file. */
    private static final String WRITE_ALIASES = """
            insert into tag_alias (tag_id, alias)
            select t.id, a.alias
            from fresh f
            join tag t using (name)
            cross join lateral unnest(string_to_array(f.aliases, E'\\x1f')) a (alias)
            where f.aliases is not null
              and (? or exists (select from touched n where n.id = t.id and n.is_new)
                     or t.id in (select id from starters))
            order by t.name, a.alias
            on conflict (tag_id, alias) do nothing
            """;

    /** Tags of which only the aliases grew count as updated too. */
    private static final String WRITE_MERGED_ALIASES = """
            with added as (%s returning tag_id), grown as (
                update tag t set version = t.version + 1, updated_at = now()
                where t.id in (select tag_id from added) and not exists (select from touched n where n.id = t.id)
                returning t.id, t.name
            )
            insert into touched (id, name, is_new) select id, name, false from grown
            """.formatted(WRITE_ALIASES);

    private final Connection connection;
    private final RejectionList rejections = new RejectionList();

    /** @param connection with auto-commit off */
    TagImporter(Connection connection) {
        this.connection = connection;
    }

    /** How many rows of the file ended how. */
    record Outcome(long imported, long updated, long skipped, long rejected, List<Rejection> firstRejected) {}

    /**
     * @param source what new tags get as their source
     * @param official whether new tags are official ones of that source
     */
    Outcome run(TagFile file, Conflicts conflicts, String source, boolean official) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGING);
            long staged = stage(file);
            long distinct = statement.executeUpdate(FIRST_OF_EACH_NAME);
            if (distinct < staged) {
                rejections.addLate(repeated(statement), staged - distinct);
            }
            statement.execute("analyze fresh");
            statement.execute(STARTERS_OF_FILE);
            writeTags(conflicts, source, official);
            statement.execute("analyze touched");
            writeAliases(conflicts);
            return outcome(statement, distinct);
        }
    }

    private long stage(TagFile file) throws SQLException, IOException {
        try (CopyRows copy = new CopyRows(connection, rejections)) {
            file.read(copy);
            return copy.end();
        }
    }

    private static List<Rejection> repeated(Statement statement) throws SQLException {
        List<Rejection> repeated = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(REPEATED)) {
            while (rows.next()) {
                String reason = "the name is already on line " + rows.getLong(3) + ", which was taken";
                repeated.add(Rejection.of(rows.getLong(1), reason, rows.getString(2)));
            }
        }
        return repeated;
    }

    private void writeTags(Conflicts conflicts, String source, boolean official) throws SQLException {
        String sql = switch (conflicts) {
            case SKIP -> WRITE_TAGS.formatted("t.category", "t.count", "t.display_name", "t.description", "");
            case UPDATE ->
                WRITE_TAGS.formatted(
                        "excluded.category",
                        "excluded.count",
                        "coalesce(excluded.display_name, t.display_name)",
                        "coalesce(excluded.description, t.description)",
                        """
                                or (t.category, t.count) <> (excluded.category, excluded.count)
                                or t.display_name is distinct from coalesce(excluded.display_name, t.display_name)
                                or t.description is distinct from coalesce(excluded.description, t.description)
                                """);
            case MERGE ->
                WRITE_TAGS.formatted(
                        "t.category",
                        "greatest(t.count, excluded.count)",
                        "coalesce(t.display_name, excluded.display_name)",
                        "coalesce(t.description, excluded.description)",
                        """
                                or t.count < excluded.count
                                or t.display_name is null and excluded.display_name is not null
                                or t.description is null and excluded.description is not null
                                """);
        };
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setString(1, source);
            write.setBoolean(2, official);
            write.executeUpdate();
        }
    }

    private void writeAliases(Conflicts conflicts) throws SQLException {
        boolean merge = conflicts == Conflicts.MERGE;
        try (PreparedStatement write = connection.prepareStatement(merge ? WRITE_MERGED_ALIASES : WRITE_ALIASES)) {
            write.setBoolean(1, merge);
            write.executeUpdate();
        }
    }

    private Outcome outcome(Statement statement, long distinct) throws SQLException {
        String counts = "select count(*) filter (where is_new), count(*) filter (where not is_new) from touched";
        try (ResultSet row = statement.executeQuery(counts)) {
            row.next();
            long imported = row.getLong(1);
            long updated = row.getLong(2);
            return new Outcome(
                    imported, updated, distinct - imported - updated, rejections.count(), rejections.firstByLine());
        }
    }
}
