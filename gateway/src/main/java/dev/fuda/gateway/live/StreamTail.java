package dev.fuda.gateway.live;

import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Follows one Redis stream from its end of the moment, over restarts and flushes of Redis. It takes part in no group: the
 * feed shows what happens, and applies nothing.
 */
final class StreamTail implements Loop.Step {

    /** Short enough that a stopping gateway can wait for it. */
    private static final Duration BLOCK = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BATCH = 256;
    private static final String BEGINNING = "0-0";

    private static final Comparator<String> BY_AGE = Comparator.<String>comparingLong(id -> part(id, 0))
            .thenComparing((a, b) -> Long.compareUnsigned(part(a, 1), part(b, 1)));

    private final RedisLink redis;
    private final String stream;
    private final Feed feed;
    private String position;
    private long knownConnection = -1;
    private volatile long heardAt;

    StreamTail(RedisLink redis, String stream, Feed feed) {
        this.redis = redis;
        this.stream = stream;
        this.feed = feed;
    }

    /** Whether Redis answered lately. */
    boolean connected() {
        return heardAt != 0 && System.nanoTime() - heardAt < TimeUnit.SECONDS.toNanos(5);
    }

    @Override
    public Duration run() throws IOException, InterruptedException {
        if (redis.generation() != knownConnection) {
            findPosition();
            knownConnection = redis.generation();
            heardAt = System.nanoTime();
        }
        Response answer = redis.send(
                Request.cmd(Command.XREAD)
                        .arg("COUNT")
                        .arg(BATCH)
                        .arg("BLOCK")
                        .arg(BLOCK.toMillis())
                        .arg("STREAMS")
                        .arg(stream)
                        .arg(position),
                BLOCK.plus(PATIENCE));
        heardAt = System.nanoTime();
        if (answer == null || answer.size() == 0) {
            // A flush makes no noise: the stream is gone, or began anew with smaller ids.
            findPosition();
            return Duration.ZERO;
        }
        for (Response entry : entriesOf(answer)) {
            position = entry.get(0).toString();
            feed.publish(stream, position, fieldsOf(entry.get(1)));
        }
        return Duration.ZERO;
    }

    private void findPosition() throws IOException, InterruptedException {
        String newest = newest();
        if (position == null) {
            position = newest;
        } else if (BY_AGE.compare(newest, position) < 0) {
            position = BEGINNING;
            feed.gap(stream);
        }
    }

    private String newest() throws IOException, InterruptedException {
        try {
            Response info = redis.send(Request.cmd(Command.XINFO).arg("STREAM").arg(stream), PATIENCE);
            return info.get("last-generated-id").toString();
        } catch (RedisLink.RedisRefusal noSuchStream) {
            return BEGINNING;
        }
    }

    /** A list of (stream, entries) in RESP2 and a map in RESP3; one stream was asked for. */
    private static Response entriesOf(Response answer) {
        return answer.type() == ResponseType.MULTI && answer.getKeys().isEmpty()
                ? answer.get(0).get(1)
                : answer.get(answer.getKeys().iterator().next());
    }

    private static Map<String, String> fieldsOf(Response list) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i + 1 < list.size(); i += 2) {
            fields.put(list.get(i).toString(), list.get(i + 1).toString());
        }
        return fields;
    }

    private static long part(String id, int which) {
        return Long.parseUnsignedLong(id.split("-", 2)[which]);
    }
}
