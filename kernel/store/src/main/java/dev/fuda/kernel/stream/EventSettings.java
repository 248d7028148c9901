package dev.fuda.kernel.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How events travel; the defaults fit one machine and a small cluster alike. */
@ConfigMapping(prefix = "fuda.events")
public interface EventSettings {

    /** Whether this instance relays and consumes; off in tools that only need the tables. */
    @WithDefault("true")
    boolean enabled();

    /** Consumer groups that must finish an event before it may be forgotten, by the stream's key after {@code fuda:}. */
    Map<String, List<String>> expectedGroups();

    /** Streams filled by others that this service alone reads, and therefore trims. */
    Optional<List<String>> trimmedHere();

    /** Events that no group asked for are kept this long. */
    @WithDefault("P7D")
    Duration retention();

    /** Ids of applied events are kept this long; longer than any event can come again. */
    @WithDefault("P30D")
    Duration inboxRetention();

    /** Entries in one transaction of a consumer. */
    @WithDefault("200")
    int batch();

    /** Tries of one event before it becomes a dead letter. */
    @WithDefault("5")
    int attempts();

    /** Wait before the second try; it triples with each further one. */
    @WithDefault("PT0.2S")
    Duration backOff();

    /** After this time without an answer an entry is taken over by another consumer; above the longest batch. */
    @WithDefault("PT12S")
    Duration lease();

    /** Redeliveries after which an entry that always ends its consumer becomes a dead letter. */
    @WithDefault("12")
    int deliveries();
}
