package dev.fuda.kernel.event;

/** The Redis streams: one for each producing service, and one that takes requests from outside. */
public enum EventStream {
    DICTIONARY("fuda:dictionary", DictionaryEvent.class),
    DATASET("fuda:dataset", DatasetEvent.class),
    TAGGER("fuda:tagger", TaggerEvent.class),
    TRAINING("fuda:training", TrainingEvent.class),
    REQUESTS("fuda:requests", RequestEvent.class);

    private final String key;
    private final Class<? extends Event> events;

    EventStream(String key, Class<? extends Event> events) {
        this.key = key;
        this.events = events;
    }

    /** The Redis key. */
    public String key() {
        return key;
    }

    /** The sealed interface of the events on this stream. */
    public Class<? extends Event> events() {
        return events;
    }

    /** The stream that the owner of an event writes it to. */
    public static EventStream of(Event event) {
        return switch (event) {
            case DictionaryEvent ignored -> DICTIONARY;
            case DatasetEvent ignored -> DATASET;
            case TaggerEvent ignored -> TAGGER;
            case TrainingEvent ignored -> TRAINING;
            case RequestEvent ignored -> REQUESTS;
        };
    }
}
