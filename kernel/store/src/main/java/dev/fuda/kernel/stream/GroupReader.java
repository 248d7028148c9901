package dev.fuda.kernel.stream;

import dev.fuda.kernel.loop.RedisLink;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The commands of one consumer in one group on one stream. */
final class GroupReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RedisLink redis;
    private final String stream;
    private final String group;
    private final String consumer;
    private final Supplier<EntryId> cursor;
    private long knownGeneration = -1;

    /**
     * @param cursor up to where the group has durably finished everything, asked when the group must be created
     */
    GroupReader(RedisLink redis, String stream, String group, String consumer, Supplier<EntryId> cursor) {
        this.redis = redis;
        this.stream = stream;
        this.group = group;
        this.consumer = consumer;
        this.cursor = cursor;
    }

    /** Waits up to {@code block} for new entries. */
    List<Entry> read(int count, Duration block) throws IOException, InterruptedException {
        ensureGroup();
        Request read = Request.cmd(Command.XREADGROUP)
                .arg("GROUP")
                .arg(group)
                .arg(consumer)
                .arg("COUNT")
                .arg(count)
                .arg("BLOCK")
                .arg(Math.max(1, block.toMillis()))
                .arg("STREAMS")
                .arg(stream)
                .arg(">");
        try {
            Response answer = redis.send(read, block.plus(PATIENCE));
            return answer == null || answer.size() == 0 ? List.of() : Entry.listOf(entriesOf(answer));
        } catch (RedisLink.RedisRefusal e) {
            return recover(e);
        }
    }

    /** Entries that some consumer took and did not finish within {@code idle}. */
    List<Entry> takeOver(int count, Duration idle) throws IOException, InterruptedException {
        ensureGroup();
        List<Entry> taken = new ArrayList<>();
        String from = "0-0";
        try {
            do {
                Response answer = redis.send(
                        Request.cmd(Command.XAUTOCLAIM)
                                .arg(stream)
                                .arg(group)
                                .arg(consumer)
                                .arg(idle.toMillis())
                                .arg(from)
                                .arg("COUNT")
                                .arg(count),
                        PATIENCE);
                // Before 7.0 there are two parts and deleted entries are nil; since then a third part lists them.
                from = answer.get(0).toString();
                taken.addAll(Entry.listOf(answer.get(1)));
            } while (!from.equals("0-0") && taken.size() < count);
        } catch (RedisLink.RedisRefusal e) {
            return recover(e);
        }
        return taken;
    }

    /** How often each of these entries was delivered, this time included. */
    Map<EntryId, Long> deliveries(List<Entry> entries) throws IOException, InterruptedException {
        Map<EntryId, Long> deliveries = new HashMap<>();
        if (entries.isEmpty()) {
            return deliveries;
        }
        Response pending = redis.send(
                Request.cmd(Command.XPENDING)
                        .arg(stream)
                        .arg(group)
                        .arg(entries.getFirst().id().toString())
                        .arg(entries.getLast().id().toString())
                        .arg(entries.size() * 4)
                        .arg(consumer),
                PATIENCE);
        for (Response entry : pending) {
            deliveries.put(EntryId.of(entry.get(0).toString()), entry.get(3).toLong());
        }
        return deliveries;
    }

    /** Tells Redis that these are finished. */
    void finished(Collection<EntryId> entries) throws IOException, InterruptedException {
        if (entries.isEmpty()) {
            return;
        }
        Request ack = Request.cmd(Command.XACK).arg(stream).arg(group);
        entries.forEach(id -> ack.arg(id.toString()));
        redis.send(ack, PATIENCE);
    }

    /** Up to where the whole group has finished; null when that can't be known now. */
    EntryId position() throws IOException, InterruptedException {
        try {
            // The last delivered id first: an entry delivered after it can then only be later than what is returned.
            EntryId delivered = null;
            for (Response info :
                    redis.send(Request.cmd(Command.XINFO).arg("GROUPS").arg(stream), PATIENCE)) {
                if (info.get("name").toString().equals(group)) {
                    delivered = EntryId.of(info.get("last-delivered-id").toString());
                }
            }
            Response pending =
                    redis.send(Request.cmd(Command.XPENDING).arg(stream).arg(group), PATIENCE);
            if (delivered == null || pending.get(1) == null) {
                return delivered;
            }
            EntryId open = EntryId.of(pending.get(1).toString());
            return open.compareTo(delivered) > 0 ? delivered : open.previous();
        } catch (RedisLink.RedisRefusal e) {
            return null;
        }
    }

    /** Forgets consumers of earlier processes that left nothing behind. */
    void forgetOldConsumers(Duration idle) throws IOException, InterruptedException {
        ensureGroup();
        for (Response info : redis.send(
                Request.cmd(Command.XINFO).arg("CONSUMERS").arg(stream).arg(group), PATIENCE)) {
            String name = info.get("name").toString();
            if (!name.equals(consumer)
                    && info.get("pending").toLong() == 0
                    && info.get("idle").toLong() > idle.toMillis()) {
                redis.send(
                        Request.cmd(Command.XGROUP)
                                .arg("DELCONSUMER")
                                .arg(stream)
                                .arg(group)
                                .arg(name),
                        PATIENCE);
            }
        }
    }

    private void ensureGroup() throws IOException, InterruptedException {
        if (redis.generation() != knownGeneration) {
            createGroup();
            knownGeneration = redis.generation();
        }
    }

    private void createGroup() throws IOException, InterruptedException {
        EntryId start = cursor.get();
        if (start.compareTo(newest()) > 0) {
            // The stream began anew with smaller ids: everything in it is unread. The inbox absorbs what is not.
            start = EntryId.ZERO;
        }
        try {
            redis.send(
                    Request.cmd(Command.XGROUP)
                            .arg("CREATE")
                            .arg(stream)
                            .arg(group)
                            .arg(start.toString())
                            .arg("MKSTREAM"),
                    PATIENCE);
        } catch (RedisLink.RedisRefusal e) {
            if (!e.is("BUSYGROUP")) {
                throw e;
            }
        }
    }

    private EntryId newest() throws IOException, InterruptedException {
        try {
            Response info = redis.send(Request.cmd(Command.XINFO).arg("STREAM").arg(stream), PATIENCE);
            return EntryId.of(info.get("last-generated-id").toString());
        } catch (RedisLink.RedisRefusal e) {
            return EntryId.ZERO;
        }
    }

    private List<Entry> recover(RedisLink.RedisRefusal e) throws IOException, InterruptedException {
        // A flush, or somebody's XGROUP DESTROY, took the group.
        if (e.is("NOGROUP") || e.is("UNBLOCKED")) {
            createGroup();
            return List.of();
        }
        throw e;
    }

    /** The answer is a list of (stream, entries) in RESP2 and a map in RESP3; only one stream is asked for. */
    private static Response entriesOf(Response answer) {
        return answer.type() == io.vertx.redis.client.ResponseType.MULTI
                        && answer.getKeys().isEmpty()
                ? answer.get(0).get(1)
                : answer.get(answer.getKeys().iterator().next());
    }

    @Override
    public void close() {
        redis.close();
    }
}
