package dev.fuda.kernel.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes events as the fields of a Redis stream entry and reads them back. */
public final class EventCodec {

    private static final Map<String, Class<? extends Event>> TYPES = Stream.of(EventStream.values())
            .flatMap(stream -> leaves(stream.events()))
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    /** The newest version of any event that this build understands. */
    private static final int KNOWN_VERSION = 1;

    private final ObjectMapper json;

    /** Uses {@code json} as it is configured; see {@link dev.fuda.kernel.web.JsonDefaults}. */
    public EventCodec(ObjectMapper json) {
        this.json = json;
    }

    /** Every event type by its name on the wire. */
    public static Map<String, Class<? extends Event>> types() {
        return TYPES;
    }

    /** What reading an entry can come to. */
    public sealed interface Reading {
        /** A known event. */
        record Known(Envelope<Event> envelope) implements Reading {}

        /** A type or version from a newer build: skipped and counted. */
        record Unknown(String type, String version) implements Reading {}

        /** An entry that breaks the contract; {@code reason} names the field. */
        record Broken(String reason) implements Reading {}
    }

    /** The payload alone, as JSON. */
    public String data(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The event " + event.type() + " can't be written as JSON", e);
        }
    }

    /** The fields of an entry, in the order in which they are written. */
    public Map<String, String> fields(Envelope<? extends Event> envelope) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", envelope.id().toString());
        fields.put("type", envelope.type());
        fields.put("version", Integer.toString(envelope.version()));
        fields.put("source", envelope.source());
        fields.put("time", envelope.time().toString());
        fields.put("subject", envelope.subject());
        fields.put("data", data(envelope.data()));
        return fields;
    }

    /** Reads the fields of an entry; never throws for what an entry may hold. */
    public Reading read(Map<String, String> fields) {
        for (String name : new String[] {"id", "type", "version", "source", "time", "data"}) {
            if (fields.get(name) == null) {
                return new Reading.Broken("The field '" + name + "' is missing");
            }
        }
        String type = fields.get("type");
        Class<? extends Event> known = TYPES.get(type);
        try {
            int version = Integer.parseInt(fields.get("version"));
            if (known == null || version > KNOWN_VERSION) {
                return new Reading.Unknown(type, fields.get("version"));
            }
            Event event = json.readValue(fields.get("data"), known);
            return new Reading.Known(new Envelope<>(
                    UUID.fromString(fields.get("id")),
                    type,
                    version,
                    fields.get("source"),
                    Instant.parse(fields.get("time")),
                    fields.getOrDefault("subject", event.subject()),
                    event));
        } catch (JsonProcessingException e) {
            return new Reading.Broken("The field 'data' is no valid " + type + ": " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Reading.Broken("A field of the entry is malformed: " + e.getMessage());
        }
    }

    private static Stream<Class<? extends Event>> leaves(Class<? extends Event> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Stream.of(type.getPermittedSubclasses()).flatMap(sub -> leaves(sub.asSubclass(Event.class)));
    }
}
