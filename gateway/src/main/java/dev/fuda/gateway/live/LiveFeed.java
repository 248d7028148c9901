package dev.fuda.gateway.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.kernel.event.EventStream;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What happens in the house, as it happens: the events of every service and the progress of their jobs. Each stream is
 * read on a thread and a connection of its own. The feed promises nothing: whoever must not miss an event reads the
 * streams.
 */
@ApplicationScoped
public class LiveFeed {

    private static final String PROGRESS_STREAM = "fuda:progress";
    private static final int REMEMBERED = 2_048;
    private static final long BEAT_MS = 15_000;

    /** A client that takes nothing for a minute is gone. */
    private static final int PATIENT_BEATS = 4;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisUrl;

    private final List<RedisLink> links = new ArrayList<>();
    private final List<StreamTail> tails = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private Feed feed;

    void start(@Observes StartupEvent started) {
        feed = new Feed(json, Clock.systemUTC(), REMEMBERED);
        // Requests from outside are answered by events; showing both would tell everything twice.
        Stream<String> produced = Stream.of(EventStream.values())
                .filter(stream -> stream != EventStream.REQUESTS)
                .map(EventStream::key);
        Stream.concat(produced, Stream.of(PROGRESS_STREAM)).forEach(this::follow);
        vertx.setPeriodic(BEAT_MS, timer -> feed.subscribers().forEach(s -> s.beat(PATIENT_BEATS)));
    }

    private void follow(String stream) {
        RedisLink link = new RedisLink(vertx, redisUrl);
        StreamTail tail = new StreamTail(link, stream, feed);
        links.add(link);
        tails.add(tail);
        loops.add(new Loop("live feed of " + stream, tail));
    }

    void stop(@Observes ShutdownEvent stopping) {
        feed.subscribers().forEach(Subscriber::close);
        // Together: each waits for the end of its blocking read.
        loops.parallelStream().forEach(Loop::close);
        links.forEach(RedisLink::close);
    }

    /** Opens the feed for a client; returns what to do when the client is gone. */
    Runnable open(Frame.Filter filter, Optional<String> since, Subscriber.Line line) {
        Subscriber subscriber = new Subscriber(filter, line);
        feed.join(subscriber, since);
        return () -> {
            feed.leave(subscriber);
            subscriber.close();
        };
    }

    /** The place in the feed that a frame stands at. */
    String cursor(Frame frame) {
        return feed.cursor(frame);
    }

    /** How many clients listen. */
    public int clients() {
        return feed.subscribers().size();
    }

    /** Whether every stream is being read. */
    public boolean connected() {
        return tails.stream().allMatch(StreamTail::connected);
    }
}
