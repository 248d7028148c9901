package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Forgets what every consumer group has finished, in PostgreSQL first and then in Redis, and sends again what Redis
 * lost.
 *
 * <p>Redis can lose entries in two ways. A flush takes everything, and with it the marker that this class sets; a restart
 * may take the last second, and it breaks this class's connection. On both signs every row that is still kept is looked
 * up in its stream, and sent again when it is not there. Positions of groups count only when marker and connection are
 * still those of that look-up after they were read: nothing was lost in between.
 */
public final class OutboxKeeper implements Loop.Step {

    private static final Logger LOG = Logger.getLogger(OutboxKeeper.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 2_000;

    private final Pool pool;
    private final RedisLink redis;
    private final EventSettings settings;
    private final String markerKey;
    private long checkedGeneration = -1;
    private String checkedMarker = "";
    private long nextPruning = System.nanoTime();

    /**
     * @param source the name of this service, part of the marker's key
     */
    public OutboxKeeper(Pool pool, RedisLink redis, EventSettings settings, String source) {
        this.pool = pool;
        this.redis = redis;
        this.settings = settings;
        this.markerKey = "fuda:marker:" + source;
    }

    @Override
    public Duration run() throws IOException, InterruptedException {
        if (!nothingLostSinceCheck()) {
            // The marker first: a flush during the look-up takes it again, and the next round sees that.
            redis.send(
                    Request.cmd(Command.SET)
                            .arg(markerKey)
                            .arg(EventIds.next().toString())
                            .arg("NX"),
                    PATIENCE);
            String marker = marker();
            long generation = redis.generation();
            sendLostAgain();
            checkedMarker = marker;
            checkedGeneration = generation;
        }
        for (String stream : publishedStreams()) {
            confirm(stream);
        }
        for (String stream : settings.trimmedHere().orElse(List.of())) {
            trimBelow(stream, finished(stream));
        }
        pruneInbox();
        return ROUND;
    }

    private void confirm(String stream) throws IOException, InterruptedException {
        EntryId finished = finished(stream);
        if (finished == null) {
            return;
        }
        Awaiting.await(
                pool.preparedQuery("delete from outbox where stream = $1 and (stream_ms, stream_n) < ($2, $3)")
                        .execute(Tuple.of(stream, finished.ms(), finished.n())),
                PATIENCE);
        trimBelow(stream, finished);
    }

    private void trimBelow(String stream, EntryId finished) throws IOException, InterruptedException {
        if (finished != null) {
            redis.send(Request.cmd(Command.XTRIM).arg(stream).arg("MINID").arg(finished.toString()), PATIENCE);
        }
    }

    /** The first entry that some group has not finished; null when that can't be known now. */
    private EntryId finished(String stream) throws IOException, InterruptedException {
        if (redis.send(Request.cmd(Command.EXISTS).arg(stream), PATIENCE).toInteger() == 0) {
            return null;
        }
        List<Group> groups = groups(stream);
        Set<String> needed = new TreeSet<>(
                settings.expectedGroups().getOrDefault(stream.substring(stream.indexOf(':') + 1), List.of()));
        needed.addAll(rememberGroups(stream, groups));
        if (needed.isEmpty()) {
            return new EntryId(System.currentTimeMillis() - settings.retention().toMillis(), 0);
        }
        Set<String> present = new HashSet<>();
        EntryId first = null;
        for (Group group : groups) {
            present.add(group.name());
            EntryId open = group.pending() == 0 ? group.lastDelivered().next() : firstPending(stream, group);
            first = first == null || open.compareTo(first) < 0 ? open : first;
        }
        return present.containsAll(needed) && nothingLostSinceCheck() ? first : null;
    }

    private boolean nothingLostSinceCheck() throws IOException, InterruptedException {
        return checkedMarker.equals(marker()) && redis.generation() == checkedGeneration;
    }

    private String marker() throws IOException, InterruptedException {
        Response marker = redis.send(Request.cmd(Command.GET).arg(markerKey), PATIENCE);
        return marker == null ? null : marker.toString();
    }

    private record Group(String name, long pending, EntryId lastDelivered) {}

    private List<Group> groups(String stream) throws IOException, InterruptedException {
        List<Group> groups = new ArrayList<>();
        for (Response group :
                redis.send(Request.cmd(Command.XINFO).arg("GROUPS").arg(stream), PATIENCE)) {
            groups.add(new Group(
                    group.get("name").toString(),
                    group.get("pending").toLong(),
                    EntryId.of(group.get("last-delivered-id").toString())));
        }
        return groups;
    }

    private EntryId firstPending(String stream, Group group) throws IOException, InterruptedException {
        Response summary = redis.send(Request.cmd(Command.XPENDING).arg(stream).arg(group.name()), PATIENCE);
        Response first = summary.get(1);
        return first == null ? group.lastDelivered().next() : EntryId.of(first.toString());
    }

    /** Remembers the groups that exist now, and returns all that ever did. */
    private Set<String> rememberGroups(String stream, List<Group> groups) {
        RowSet<Row> rows = Awaiting.await(
                pool.preparedQuery("""
                                with seen as (
                                    insert into outbox_group (stream, grp) select $1, unnest($2::text[])
                                    on conflict (stream, grp) do update set last_seen = now()
                                        where outbox_group.last_seen < now() - interval '1 minute'
                                    returning grp)
                                select grp from outbox_group where stream = $1 union select grp from seen
                                """)
                        .execute(Tuple.of(
                                stream, groups.stream().map(Group::name).toArray(String[]::new))),
                PATIENCE);
        Set<String> names = new HashSet<>();
        rows.forEach(row -> names.add(row.getString("grp")));
        return names;
    }

    private List<String> publishedStreams() {
        List<String> streams = new ArrayList<>();
        Awaiting.await(
                        pool.query("select distinct stream from outbox where stream_ms is not null")
                                .execute(),
                        PATIENCE)
                .forEach(row -> streams.add(row.getString("stream")));
        return streams;
    }

    private void sendLostAgain() throws IOException, InterruptedException {
        for (String stream : publishedStreams()) {
            EntryId from = EntryId.ZERO;
            int lost = 0;
            while (from != null) {
                RowSet<Row> kept = Awaiting.await(
                        pool.preparedQuery("""
                                        select seq, stream_ms, stream_n from outbox
                                        where stream = $1 and stream_ms is not null and (stream_ms, stream_n) > ($2, $3)
                                        order by stream_ms, stream_n limit $4
                                        """).execute(Tuple.of(stream, from.ms(), from.n(), PAGE)), PATIENCE);
                lost += sendLostAgain(stream, kept);
                from = kept.size() < PAGE ? null : last(kept);
            }
            if (lost > 0) {
                LOG.warnf(
                        "Redis had lost %d events of %s that somebody still needs; they are sent again", lost, stream);
            }
        }
    }

    private int sendLostAgain(String stream, RowSet<Row> kept) throws IOException, InterruptedException {
        if (kept.size() == 0) {
            return 0;
        }
        EntryId first = entry(kept.iterator().next());
        EntryId last = last(kept);
        Set<EntryId> there = new HashSet<>();
        for (EntryId from = first; from != null; ) {
            Response page = redis.send(
                    Request.cmd(Command.XRANGE)
                            .arg(stream)
                            .arg(from.toString())
                            .arg(last.toString())
                            .arg("COUNT")
                            .arg(PAGE),
                    PATIENCE);
            EntryId newest = null;
            for (Response entry : page) {
                newest = EntryId.of(entry.get(0).toString());
                there.add(newest);
            }
            from = page.size() < PAGE ? null : newest.next();
        }
        List<Long> lost = new ArrayList<>();
        kept.forEach(row -> {
            if (!there.contains(entry(row))) {
                lost.add(row.getLong("seq"));
            }
        });
        Awaiting.await(
                pool.preparedQuery("update outbox set stream_ms = null, stream_n = null where seq = any($1)")
                        .execute(Tuple.of(lost.toArray(Long[]::new))),
                PATIENCE);
        return lost.size();
    }

    private static EntryId last(RowSet<Row> rows) {
        EntryId last = EntryId.ZERO;
        for (Row row : rows) {
            last = entry(row);
        }
        return last;
    }

    private static EntryId entry(Row row) {
        return new EntryId(row.getLong("stream_ms"), row.getLong("stream_n"));
    }

    private void pruneInbox() {
        if (System.nanoTime() - nextPruning < 0) {
            return;
        }
        Awaiting.await(
                pool.preparedQuery("delete from inbox where at < now() - make_interval(secs => $1)")
                        .execute(Tuple.of((double) settings.inboxRetention().toSeconds())),
                PATIENCE);
        nextPruning = System.nanoTime() + Duration.ofHours(1).toNanos();
    }
}
