package dev.fuda.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers the frames, remembers the last ones for clients that come back, and hands each to every subscriber. A cursor
 * ({@code <process>-<number>}) names a place in the feed; it means nothing to another process, which answers with
 * {@link Frame#RESYNC}.
 */
final class Feed {

    private final ObjectMapper json;
    private final Clock clock;
    private final int remembered;
    private final String process;
    private final Deque<Frame> history = new ArrayDeque<>();
    private final Set<Subscriber> subscribers = new CopyOnWriteArraySet<>();
    private final AtomicLong malformed = new AtomicLong();
    private long number;
    private long forgottenThrough;

    /**
     * @param remembered how many frames a client may have missed and still resume
     */
    Feed(ObjectMapper json, Clock clock, int remembered) {
        this.json = json;
        this.clock = clock;
        this.remembered = remembered;
        this.process = Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    /** Publishes an entry of a stream; one that is no event is counted and left out. */
    void publish(String stream, String id, Map<String, String> fields) {
        String type = fields.get("type");
        JsonNode data = parse(fields.get("data"));
        if (type == null || data == null) {
            malformed.incrementAndGet();
            return;
        }
        publish(stream, id, type, fields.get("subject"), fields.get("time"), data);
    }

    /** Tells every client that frames of this stream may have been missed. */
    void gap(String stream) {
        publish(stream, null, Frame.RESYNC, null, clock.instant().toString(), null);
    }

    private synchronized void publish(
            String stream, String id, String type, String subject, String time, JsonNode data) {
        number++;
        Frame frame = new Frame(
                number, type, subject, type.equals(Frame.PROGRESS), encode(stream, id, type, subject, time, data));
        if (!frame.replaceable()) {
            history.addLast(frame);
            if (history.size() > remembered) {
                forgottenThrough = history.removeFirst().number();
            }
        }
        Frame resync = resync();
        subscribers.forEach(subscriber -> subscriber.offer(frame, resync));
    }

    /** Adds a client, which first gets what it missed since {@code cursor}. */
    synchronized void join(Subscriber subscriber, Optional<String> cursor) {
        Frame resync = resync();
        cursor.ifPresent(place -> {
            Optional<Long> seen = numberOf(place);
            if (seen.isEmpty() || seen.get() < forgottenThrough) {
                subscriber.offer(resync, resync);
            } else {
                history.stream()
                        .filter(frame -> frame.number() > seen.get())
                        .forEach(frame -> subscriber.offer(frame, resync));
            }
        });
        subscribers.add(subscriber);
    }

    /** Forgets a client. */
    void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    /** The open clients. */
    Set<Subscriber> subscribers() {
        return subscribers;
    }

    /** Entries that could not be read as events. */
    long malformed() {
        return malformed.get();
    }

    /** The cursor of a frame. */
    String cursor(Frame frame) {
        return process + "-" + frame.number();
    }

    private Optional<Long> numberOf(String cursor) {
        String prefix = process + "-";
        if (!cursor.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            long named = Long.parseLong(cursor.substring(prefix.length()));
            return named < 0 || named > number ? Optional.empty() : Optional.of(named);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private JsonNode parse(String data) {
        try {
            return data == null ? null : json.readTree(data);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private Frame resync() {
        String now = clock.instant().toString();
        return new Frame(number, Frame.RESYNC, null, false, encode(null, null, Frame.RESYNC, null, now, null));
    }

    private String encode(String stream, String id, String type, String subject, String time, JsonNode data) {
        ObjectNode frame = json.createObjectNode();
        frame.put("cursor", process + "-" + number);
        frame.put("stream", stream);
        frame.put("id", id);
        frame.put("type", type);
        frame.put("subject", subject);
        frame.put("time", time);
        frame.set("data", data);
        return frame.toString();
    }
}
