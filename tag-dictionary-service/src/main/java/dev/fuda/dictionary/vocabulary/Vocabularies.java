package dev.fuda.dictionary.vocabulary;

import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.VocabularyFile;
import dev.fuda.dictionary.name.TagName;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Brings vocabularies in, each as one transaction. */
@ApplicationScoped
class Vocabularies {

    private static final int MOST_NAMES = 3_000_000;
    private static final int MOST_REJECTIONS = 1_000;
    private static final int BATCH = 10_000;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    /**
     * A name means the tag of this very name, else the only tag that it is an alias of. Where a list has both, the name
     * itself counts, also when it comes in a later part.
     */
    private static final String ADD = """
            with given as (
                select written, name, count, n from unnest($2::text[], $3::text[], $4::bigint[]) with ordinality as g (written, name, count, n)
            ), meant as (
                select g.*, coalesce(t.id, (
                    select min(a.tag_id) from tag_alias a where a.alias = g.name having count(*) = 1)) as tag_id
                from given g left join tag t on t.name = g.name
            ), best as (
                select distinct on (tag_id) m.*, t.name as tag from meant m join tag t on t.id = m.tag_id
                order by tag_id, m.name <> t.name, n
            ), added as (
                insert into vocabulary_tag (vocabulary_id, tag_id, name, count)
                select $1, tag_id, nullif(written, tag), count from best
                on conflict (vocabulary_id, tag_id) do update set name = excluded.name, count = excluded.count
                where excluded.tag_id in (select tag_id from best where name = tag)
                returning xmax = 0 as is_new)
            select (select count(*) from added where is_new) as added,
                array(select written from meant where tag_id is null order by n limit 1000) as unknown,
                (select count(*) from meant where tag_id is null) as unknown_count
            """;

    private final Pool pool;

    Vocabularies(Pool pool) {
        this.pool = pool;
    }

    /** What a vocabulary is besides its names; {@code date} and {@code description} may be null. */
    record Head(String name, VocabularyKind kind, LocalDate date, String description, String fileName) {}

    /**
     * A vocabulary that was added.
     *
     * @param unknownCount names that the dictionary does not know
     * @param unknown the first thousand of them
     * @param rejected lines that could not be read, the first thousand
     */
    @Schema(name = "VocabularyAdded")
    record Added(
            VocabularyView vocabulary,
            long unknownCount,
            List<String> unknown,
            long rejectedCount,
            List<Rejection> rejected) {}

    /** @throws Problem 409 when there is one of this name, 422 when it has no names or too many */
    Uni<Added> add(Head head, VocabularyFile file) throws IOException {
        Names names = new Names();
        file.read(names);
        if (names.counts.isEmpty()) {
            throw Problem.unprocessable("no-names", "There is no tag name in the file.");
        }
        return Tx.run(pool, tx -> write(tx, head, names))
                // A tag that was just deleted is unknown the next time.
                .onFailure(e -> e instanceof PgException failure && FOREIGN_KEY_VIOLATION.equals(failure.getSqlState()))
                .retry()
                .atMost(2)
                .onFailure(e -> e instanceof PgException failure && UNIQUE_VIOLATION.equals(failure.getSqlState()))
                .transform(e -> Problem.conflict("name-taken", "There is already a vocabulary '" + head.name() + "'.")
                        .field("name", "taken"));
    }

    private static Added write(Tx tx, Head head, Names names) {
        long id = tx.row(
                        "insert into vocabulary (name, kind, format_id, snapshot_date, description, file_name) values ($1, $2, $3, $4, $5, $6) returning id",
                        head.name(),
                        head.kind().label(),
                        (short) head.kind().format,
                        head.date(),
                        head.description(),
                        head.fileName())
                .getLong("id");
        List<Map.Entry<String, Entry>> all = List.copyOf(names.counts.entrySet());
        List<String> unknown = new ArrayList<>();
        long unknownCount = 0;
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Map.Entry<String, Entry>> part = all.subList(from, Math.min(all.size(), from + BATCH));
            Row row = tx.row(
                    ADD,
                    id,
                    part.stream().map(entry -> entry.getValue().written()).toArray(String[]::new),
                    part.stream().map(Map.Entry::getKey).toArray(String[]::new),
                    part.stream().map(entry -> entry.getValue().count()).toArray(Long[]::new));
            unknownCount += row.getLong("unknown_count");
            for (String name : row.getArrayOfStrings("unknown")) {
                if (unknown.size() < MOST_REJECTIONS) {
                    unknown.add(name);
                }
            }
        }
        Row done = tx.row(
                "update vocabulary v set tags = (select count(*) from vocabulary_tag where vocabulary_id = v.id) where id = $1 returning *",
                id);
        return new Added(VocabularyView.of(done), unknownCount, unknown, names.rejections, names.rejected);
    }

    /** A name as it is written there. */
    private record Entry(String written, Long count) {}

    /** The names of a file, each once. */
    private static final class Names implements VocabularyFile.Sink {
        private final Map<String, Entry> counts = new LinkedHashMap<>();
        private final List<Rejection> rejected = new ArrayList<>();
        private long rejections;

        @Override
        public void name(String written, Long count) {
            try {
                if (written.length() > TagName.LONGEST * 2) {
                    throw new IllegalArgumentException("the name is too long");
                }
                counts.putIfAbsent(TagName.of(written), new Entry(written, count));
            } catch (IllegalArgumentException e) {
                reject(Rejection.of(0, e.getMessage(), written));
            }
            if (counts.size() > MOST_NAMES) {
                throw Problem.unprocessable("too-many-names", "A vocabulary has at most " + MOST_NAMES + " names.");
            }
        }

        @Override
        public void reject(Rejection rejection) {
            if (rejections++ < MOST_REJECTIONS) {
                rejected.add(rejection);
            }
        }
    }
}
