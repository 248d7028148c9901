package dev.fuda.dictionary.overlay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fuda.dictionary.name.Category;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Reads what people said over the base, all as it was at one moment, in an order that the same words always have. Blocking. */
@ApplicationScoped
class OverlayRows {

    private static final int FETCH = 1_000;

    /** A detected tag that somebody rejected is a word of theirs too: without it the tag would come again. */
    private static final String TAGS = """
            select t.name, coalesce('tag' = any (t.own_fields), false) as is_own,
                coalesce(t.source_name <> t.name, false) as is_renamed,
                t.source = 'auto_detected' and t.is_deprecated as is_rejected,
                t.own_fields, t.category, t.count, t.display_name, t.description, t.wiki_url, t.is_deprecated,
                r.name as replacement,
                (select array_agg(a.alias order by a.alias) from tag_alias a where a.tag_id = t.id and a.is_own) as aliases,
                (select json_agg(json_build_object('language', x.language, 'translation', x.translation,
                        'source', x.source, 'position', x.position)
                    order by x.position, x.language collate "C", x.translation collate "C")
                    from tag_translation x where x.tag_id = t.id and x.is_own)::text as translations
            from tag t left join tag r on r.id = t.replacement_id
            where t.own_fields is not null or t.wiki_url is not null or t.is_deprecated or t.source_name <> t.name
                or t.id in (select tag_id from tag_alias where is_own)
                or t.id in (select tag_id from tag_translation where is_own)
            order by t.name
            """;

    private static final String IMPLICATIONS = """
            select a.name, c.name from tag_implication i
            join tag a on a.id = i.antecedent_id join tag c on c.id = i.consequent_id
            where i.status = 'active' and i.source = 'user' order by a.name, c.name
            """;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    /** Takes one section after the other. */
    interface Taker {
        void begin(String section) throws IOException;

        void take(ObjectNode entry) throws IOException;
    }

    void read(Taker taker) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            // Without a transaction the driver would hold all rows in memory, and the two sections could contradict.
            connection.setAutoCommit(false);
            try {
                try (Statement begin = connection.createStatement()) {
                    begin.execute("set transaction isolation level repeatable read, read only");
                }
                taker.begin("tags");
                each(connection, TAGS, row -> taker.take(tag(row)));
                taker.begin("implications");
                each(connection, IMPLICATIONS, row -> taker.take(implication(row)));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private interface RowTaker {
        void take(ResultSet row) throws SQLException, IOException;
    }

    private static void each(Connection connection, String sql, RowTaker taker) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        }
    }

    private ObjectNode tag(ResultSet row) throws SQLException, JsonProcessingException {
        ObjectNode entry = json.createObjectNode();
        entry.put("tag", row.getString("name"));
        boolean renamed = row.getBoolean("is_renamed");
        boolean own = row.getBoolean("is_own") || renamed || row.getBoolean("is_rejected");
        if (own) {
            entry.put("is_own", true);
        }
        List<String> fields = texts(row.getArray("own_fields"));
        // Where it has to be made, it needs a category, and no list would say how often a renamed one is used.
        if (own || fields.contains("category")) {
            entry.put("category", Category.ofCode(row.getInt("category")).label());
        }
        if (renamed || fields.contains("count")) {
            entry.put("count", row.getInt("count"));
        }
        if (fields.contains("display_name")) {
            entry.put("display_name", row.getString("display_name"));
        }
        if (fields.contains("description")) {
            entry.put("description", row.getString("description"));
        }
        if (row.getString("wiki_url") != null) {
            entry.put("wiki_url", row.getString("wiki_url"));
        }
        if (row.getBoolean("is_deprecated")) {
            entry.put("is_deprecated", true);
            if (row.getString("replacement") != null) {
                entry.put("replacement", row.getString("replacement"));
            }
        }
        List<String> aliases = texts(row.getArray("aliases"));
        if (!aliases.isEmpty()) {
            aliases.forEach(entry.putArray("aliases")::add);
        }
        if (row.getString("translations") != null) {
            entry.set("translations", json.readTree(row.getString("translations")));
        }
        return entry;
    }

    private ObjectNode implication(ResultSet row) throws SQLException {
        return json.createObjectNode().put("antecedent", row.getString(1)).put("consequent", row.getString(2));
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
