package dev.fuda.dictionary.export;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.tag.Source;
import dev.fuda.dictionary.translation.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Reads the tags of an export one after the other, all as they were at one moment. Blocking. */
@ApplicationScoped
class TagRows {

    private static final int FETCH = 2_000;

    private static final String SELECT = """
            select coalesce(v.name, t.name), t.category, coalesce(case when v.count > 2147483647 then 2147483647 else v.count::int end, t.count) as count, t.display_name, a.aliases, t.description, t.wiki_url, t.source,
                   t.is_official, t.source_name, t.is_deprecated, r.name, l.languages, l.translations, l.sources
            from tag t
            left join tag r on r.id = t.replacement_id
            left join lateral (
                select array_agg(alias order by id) as aliases from tag_alias where tag_id = t.id
            ) a on true
            left join lateral (
                select array_agg(language order by position, id) as languages,
                    array_agg(translation order by position, id) as translations,
                    array_agg(source order by position, id) as sources
                from tag_translation where tag_id = t.id
            ) l on true
            left join vocabulary_tag v on v.vocabulary_id = ? and v.tag_id = t.id
            where (? < 0 or v.tag_id is not null) and (? < 0 or t.category = ?) and (? = '' or t.source = ?) and (? = '' or t.is_official = (? = 'true'))
            order by count desc, t.name
            """;

    @Inject
    DataSource database;

    boolean hasVocabulary(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select from vocabulary where id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Takes the next tag. */
    interface Taker {
        void take(TagRow tag) throws IOException;
    }

    void read(ExportChoice choice, Taker taker) throws SQLException, IOException {
        int category = choice.category() == null ? -1 : choice.category().code();
        long vocabulary = choice.vocabulary() == null ? -1 : choice.vocabulary();
        String source = choice.source() == null ? "" : choice.source().label();
        String official = choice.official() == null ? "" : choice.official().toString();
        try (Connection connection = database.getConnection()) {
            // Without a transaction the driver would hold all rows in memory.
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(SELECT)) {
                query.setFetchSize(FETCH);
                query.setLong(1, vocabulary);
                query.setLong(2, vocabulary);
                query.setInt(3, category);
                query.setInt(4, category);
                query.setString(5, source);
                query.setString(6, source);
                query.setString(7, official);
                query.setString(8, official);
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
        return new TagRow(
                row.getString(1),
                Category.ofCode(row.getInt(2)),
                row.getInt(3),
                row.getString(4),
                texts(row, 5),
                row.getString(6),
                row.getString(7),
                Source.ofLabel(row.getString(8)),
                row.getBoolean(9),
                row.getString(10),
                row.getBoolean(11),
                row.getString(12),
                translations(row));
    }

    private static List<Translation> translations(ResultSet row) throws SQLException {
        List<String> languages = texts(row, 13);
        if (languages.isEmpty()) {
            return List.of();
        }
        List<String> texts = texts(row, 14);
        List<String> sources = texts(row, 15);
        return IntStream.range(0, languages.size())
                .mapToObj(i -> new Translation(languages.get(i), texts.get(i), sources.get(i)))
                .toList();
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array texts = row.getArray(column);
        return texts == null ? List.of() : List.of((String[]) texts.getArray());
    }
}
