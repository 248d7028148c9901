package dev.fuda.dictionary.export;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.tag.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Reads the tags of an export one after the other, all as they were at one moment. Blocking. */
@ApplicationScoped
class TagRows {

    private static final int FETCH = 2_000;

    private static final String SELECT = """
            select t.name, t.category, t.count, t.display_name, a.aliases, t.description, t.wiki_url, t.source,
                   t.is_official, t.is_deprecated
            from tag t
            left join lateral (
                select array_agg(alias order by id) as aliases from tag_alias where tag_id = t.id
            ) a on true
            where (? < 0 or t.category = ?) and (? = '' or t.source = ?) and (? = '' or t.is_official = (? = 'true'))
            order by t.count desc, t.name
            """;

    @Inject
    DataSource database;

    /** Takes the next tag. */
    interface Taker {
        void take(TagRow tag) throws IOException;
    }

    void read(ExportChoice choice, Taker taker) throws SQLException, IOException {
        int category = choice.category() == null ? -1 : choice.category().code();
        String source = choice.source() == null ? "" : choice.source().label();
        String official = choice.official() == null ? "" : choice.official().toString();
        try (Connection connection = database.getConnection()) {
            // Without a transaction the driver would hold all rows in memory.
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(SELECT)) {
                query.setFetchSize(FETCH);
                query.setInt(1, category);
                query.setInt(2, category);
                query.setString(3, source);
                query.setString(4, source);
                query.setString(5, official);
                query.setString(6, official);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        taker.take(tag(row));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static TagRow tag(ResultSet row) throws SQLException {
        Array aliases = row.getArray(5);
        return new TagRow(
                row.getString(1),
                Category.ofCode(row.getInt(2)),
                row.getInt(3),
                row.getString(4),
                aliases == null ? List.of() : List.of((String[]) aliases.getArray()),
                row.getString(6),
                row.getString(7),
                Source.ofLabel(row.getString(8)),
                row.getBoolean(9),
                row.getBoolean(10));
    }
}
