package dev.fuda.dictionary.live;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.TagEntry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads what the index needs: all tags, some tags, and which have changed. Blocking. */
final class TagRows {

    private static final int FETCH = 5_000;

    private static final String COLUMNS =
            "t.id, t.name, t.category, t.count, t.display_name, t.is_deprecated, a.aliases, r.translations";

    /** Japanese first: the first translation is the one that is shown. */
    private static final String IN_ORDER = "order by language <> 'ja', language, position, id";

    private static final String ALL = """
            select %s from tag t
            left join (
                select tag_id, array_agg(alias order by id) as aliases from tag_alias group by tag_id
            ) a on a.tag_id = t.id
            left join (
                select tag_id, array_agg(translation %s) as translations from tag_translation group by tag_id
            ) r on r.tag_id = t.id
            """.formatted(COLUMNS, IN_ORDER);

    private static final String SOME = """
            select %s from tag t
            left join lateral (
                select array_agg(alias order by id) as aliases from tag_alias where tag_id = t.id
            ) a on true
            left join lateral (
                select array_agg(translation %s) as translations from tag_translation where tag_id = t.id
            ) r on true
            where t.id = any (?)
            """.formatted(COLUMNS, IN_ORDER);

    private static final String CHANGES = "select seq, tag_id from tag_change where xid >= ?::xid8 order by seq";

    private TagRows() {}

    /** @param tagId 0 when everything may have changed */
    record Change(long seq, long tagId) {}

    /**
     * The oldest transaction that was still running at the start of this transaction: whatever this transaction can't
     * see has this id or a higher one.
     */
    static long horizon(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Changes that a reader with this horizon may have missed; some of them it may know. */
    static List<Change> changesSince(Connection connection, long horizon) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(CHANGES)) {
            query.setString(1, Long.toString(horizon));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    changes.add(new Change(row.getLong(1), row.getLong(2)));
                }
            }
        }
        return changes;
    }

    static void all(Connection connection, Consumer<TagEntry> taker) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(ALL)) {
                while (row.next()) {
                    taker.accept(entry(row));
                }
            }
        }
    }

    static List<TagEntry> some(Connection connection, Collection<Long> ids) throws SQLException {
        List<TagEntry> tags = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SOME)) {
            query.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tags.add(entry(row));
                }
            }
        }
        return tags;
    }

    /** What to write instead of which deprecated tag, by name. */
    static Map<String, String> replacements(Connection connection) throws SQLException {
        Map<String, String> replacements = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select t.name, r.name from tag t join tag r on r.id = t.replacement_id where t.replacement_id is not null and t.is_deprecated")) {
            while (row.next()) {
                replacements.put(row.getString(1), row.getString(2));
            }
        }
        return Map.copyOf(replacements);
    }

    static void forgetChanges(Connection connection, Duration age) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from tag_change where at < now() - make_interval(secs => ?)")) {
            delete.setDouble(1, age.toSeconds());
            delete.executeUpdate();
        }
    }

    private static TagEntry entry(ResultSet row) throws SQLException {
        return new TagEntry(
                row.getLong(1),
                row.getString(2),
                Category.ofCode(row.getInt(3)),
                row.getInt(4),
                row.getString(5),
                row.getBoolean(6),
                texts(row.getArray(7)),
                texts(row.getArray(8)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
