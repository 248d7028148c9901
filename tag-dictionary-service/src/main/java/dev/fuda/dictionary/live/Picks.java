package dev.fuda.dictionary.live;

import dev.fuda.dictionary.suggest.Personal;
import dev.fuda.dictionary.suggest.TagEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What each person chose before. A search never waits for it: it is read beside, and anew after a while, since other
 * instances take picks too.
 */
@ApplicationScoped
class Picks {

    private static final Logger LOG = Logger.getLogger(Picks.class);

    /** The latest picks of a person count; what was not chosen for long is forgotten. */
    private static final int MOST_TAGS = 300;

    private static final int MOST_PEOPLE = 1_000;
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** In the order of the tags, so that two requests of a person wait for each other; a tag that goes away is left out. */
    private static final String ADD = """
            insert into tag_pick (author, tag_id) select $1, id from tag where name = any($2) order by id for key share
            on conflict (author, tag_id) do update set picks = tag_pick.picks + 1, last_at = now()
            """;

    private static final String FORGET = """
            delete from tag_pick where author = $1 and tag_id not in (
                select tag_id from tag_pick where author = $1 order by last_at desc limit %d)
            """.formatted(MOST_TAGS);

    @Inject
    Pool pool;

    @Inject
    DataSource database;

    private final Map<String, Known> people = new ConcurrentHashMap<>();

    /** Reading is done for few at a time: it must not take the connections of everyone else. */
    private final Semaphore readers = new Semaphore(2);

    private record Known(Personal picks, Instant readAt, boolean reading) {
        private static final Known NOBODY = new Known(Personal.NONE, Instant.EPOCH, false);
    }

    /** What is known of a person now. Never waits. */
    Personal of(String author) {
        Known known = people.getOrDefault(author, Known.NOBODY);
        if (!known.reading() && known.readAt().plus(FRESH).isBefore(Instant.now())) {
            read(author);
        }
        return known.picks();
    }

    /** Counts what a person chose; names that are no tags are left out. Completes when the next search shows it. */
    Uni<Void> add(String author, List<String> tags) {
        return pool.withTransaction(tx -> tx.preparedQuery(ADD)
                        .execute(Tuple.of(author, tags.toArray(String[]::new)))
                        .flatMap(added -> tx.preparedQuery(FORGET).execute(Tuple.of(author))))
                .flatMap(done -> Uni.createFrom().emitter(emitter -> {
                    Thread.startVirtualThread(() -> {
                        readNow(author);
                        emitter.complete(null);
                    });
                }));
    }

    private void read(String author) {
        if (people.size() > MOST_PEOPLE) {
            people.clear();
        }
        people.compute(
                author, (name, known) -> new Known(known == null ? Personal.NONE : known.picks(), Instant.now(), true));
        Thread.startVirtualThread(() -> readNow(author));
    }

    private void readNow(String author) {
        Personal picks = null;
        try {
            readers.acquire();
            try (Connection connection = database.getConnection()) {
                picks = load(connection, author);
            } finally {
                readers.release();
            }
        } catch (SQLException e) {
            LOG.debugf("The picks of a person can't be read: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Personal found = picks;
        people.compute(
                author,
                (name, known) -> new Known(
                        found == null ? known == null ? Personal.NONE : known.picks() : found, Instant.now(), false));
    }

    private static Personal load(Connection connection, String author) throws SQLException {
        Map<Long, Integer> picks = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select tag_id, picks from tag_pick where author = ? order by last_at desc limit " + MOST_TAGS)) {
            query.setString(1, author);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    picks.put(row.getLong(1), row.getInt(2));
                }
            }
        }
        if (picks.isEmpty()) {
            return Personal.NONE;
        }
        List<TagEntry> tags = TagRows.some(connection, picks.keySet());
        return Personal.of(tags, new HashMap<>(picks));
    }
}
