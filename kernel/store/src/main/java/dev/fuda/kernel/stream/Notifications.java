package dev.fuda.kernel.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * PostgreSQL's NOTIFY on one connection of its own. Notifications only make things quick: whoever listens also looks by
 * himself now and then, because a lost connection loses notifications.
 */
@ApplicationScoped
public class Notifications {

    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final long RECONNECT_MILLIS = 250;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private PgSubscriber subscriber;

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password);
        subscriber =
                PgSubscriber.subscriber(vertx, options).reconnectPolicy(tries -> tries == 0 ? 0 : RECONNECT_MILLIS);
        subscriber.connect().onFailure(e -> LOG.warnf("LISTEN does not work yet: %s", e.getMessage()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        subscriber.close();
    }

    /** Calls {@code listener} on an event loop with each payload; it must not wait there. */
    public void on(String channel, Consumer<String> listener) {
        subscriber.channel(channel).handler(listener::accept);
    }

    /**
     * Calls {@code listener} on an event loop with each notification, and whenever listening begins, because until then
     * some may have been lost; it must not wait there.
     */
    public void on(String channel, Runnable listener) {
        subscriber.channel(channel).subscribeHandler(ignored -> listener.run()).handler(ignored -> listener.run());
    }
}
