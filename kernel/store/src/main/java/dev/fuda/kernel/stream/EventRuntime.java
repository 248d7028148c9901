package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the relay, the keeper and a consumer for every handler when the service starts, and ends them with it. */
@ApplicationScoped
public class EventRuntime {

    @Inject
    EventSettings settings;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Inject
    EventCodec codec;

    @Inject
    Notifications notifications;

    @Inject
    @All
    List<EventHandler<?>> handlers;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisUrl;

    @ConfigProperty(name = "quarkus.application.name")
    String source;

    private final List<AutoCloseable> running = new ArrayList<>();

    void start(@Observes StartupEvent started) {
        if (!settings.enabled()) {
            return;
        }
        Loop relay = loop("outbox relay", new OutboxRelay(pool, link()));
        notifications.on("fuda_outbox", relay::wake);
        loop("outbox keeper", new OutboxKeeper(pool, link(), settings, source));
        loop("event gauges", new EventGauges(pool));
        for (EventHandler<?> handler : handlers) {
            String consumer = source + "-" + UUID.randomUUID();
            loop(
                    "consumer of " + handler.stream().key(),
                    new StreamConsumer(pool, link(), codec, handler, settings, consumer));
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws Exception {
        // Loops before their connections: what is in progress is finished and acknowledged.
        for (AutoCloseable part : running.reversed()) {
            part.close();
        }
    }

    private Loop loop(String name, Loop.Step step) {
        Loop loop = new Loop(name, step);
        running.add(loop);
        return loop;
    }

    private RedisLink link() {
        RedisLink link = new RedisLink(vertx, redisUrl);
        running.add(link);
        return link;
    }
}
