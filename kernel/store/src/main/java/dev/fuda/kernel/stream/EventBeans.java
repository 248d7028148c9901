package dev.fuda.kernel.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.kernel.event.EventCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers the plain classes as beans. */
class EventBeans {

    @Produces
    @Singleton
    static EventCodec codec(ObjectMapper json) {
        return new EventCodec(json);
    }

    @Produces
    @Singleton
    static Outbox outbox(EventCodec codec, @ConfigProperty(name = "quarkus.application.name") String source) {
        return new Outbox(codec, source);
    }
}
