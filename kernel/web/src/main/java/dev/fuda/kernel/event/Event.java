package dev.fuda.kernel.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A fact that one service announces to the others. The simple class name is its type on the wire; unknown types are
 * skipped by consumers, so adding one is safe, while changing the meaning of a field needs a new {@link #version()}.
 */
public sealed interface Event permits DictionaryEvent, DatasetEvent, RequestEvent, TaggerEvent, TrainingEvent {

    /** What the event is about, as {@code kind/id}; events of one subject keep the order of their transactions. */
    @JsonIgnore
    String subject();

    /** Version of this type's fields; consumers skip and count versions newer than they know. */
    @JsonIgnore
    default int version() {
        return 1;
    }

    /** The name of this type on the wire. */
    @JsonIgnore
    default String type() {
        return getClass().getSimpleName();
    }
}
