package dev.fuda.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.kernel.web.JsonDefaults;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final Frame.Filter ALL = new Frame.Filter(Set.of(), Set.of());

    private final Feed feed = new Feed(JsonDefaults.mapper(), Clock.systemUTC(), 5);

    @Test
    void encodesWhatTheContractSays() {
        TestLine client = join(ALL, Optional.empty());
        feed.publish("fuda:dataset", "17-0", fields("ItemIndexed", "item/3", "{\"item_id\":3}"));
        assertThat(client.received.getFirst().json())
                .matches("\\{\"cursor\":\"[a-z0-9]+-1\",\"stream\":\"fuda:dataset\",\"id\":\"17-0\","
                        + "\"type\":\"ItemIndexed\",\"subject\":\"item/3\",\"time\":\"2026-01-01T00:00:00Z\","
                        + "\"data\":\\{\"item_id\":3}}");
    }

    @Test
    void filtersByTypeAndSubject() {
        TestLine types = join(new Frame.Filter(Set.of("TagChanged"), Set.of()), Optional.empty());
        TestLine subjects = join(new Frame.Filter(Set.of(), Set.of("item/3", "item/4")), Optional.empty());
        feed.publish("fuda:dataset", "1-0", fields("ItemIndexed", "item/3", "{}"));
        feed.publish("fuda:dictionary", "1-0", fields("TagChanged", "tag/3", "{}"));
        assertThat(types.types()).containsExactly("TagChanged");
        assertThat(subjects.types()).containsExactly("ItemIndexed");
    }

    @Test
    void resumesAfterTheLastFrameSeen() {
        TestLine before = join(ALL, Optional.empty());
        publish(1);
        String seen = feed.cursor(before.received.getLast());
        publish(2);
        publish(3);
        assertThat(join(ALL, Optional.of(seen)).received)
                .extracting(Frame::subject)
                .containsExactly("tag/2", "tag/3");
    }

    @Test
    void asksForAFreshStartWhenTheCursorIsTooOldOrForeign() {
        TestLine before = join(ALL, Optional.empty());
        publish(1);
        String seen = feed.cursor(before.received.getFirst());
        for (int i = 2; i <= 7; i++) {
            publish(i);
        }
        assertThat(join(ALL, Optional.of(seen)).types()).containsExactly(Frame.RESYNC);
        assertThat(join(ALL, Optional.of("other-3")).types()).containsExactly(Frame.RESYNC);
        assertThat(join(ALL, Optional.of(seen + "99")).types()).containsExactly(Frame.RESYNC);
        assertThat(join(ALL, Optional.of("\u0000'--")).types()).containsExactly(Frame.RESYNC);
    }

    @Test
    void countsWhatIsNoEventAndGoesOn() {
        TestLine client = join(ALL, Optional.empty());
        feed.publish("fuda:dataset", "1-0", Map.of("type", "ItemIndexed", "data", "{not json"));
        feed.publish("fuda:dataset", "2-0", Map.of("data", "{}"));
        publish(3);
        assertThat(feed.malformed()).isEqualTo(2);
        assertThat(client.types()).containsExactly("TagChanged");
    }

    @Test
    void aClientThatTakesNothingHoldsNobodyUp() {
        TestLine slow = join(ALL, Optional.empty());
        slow.stuck = true;
        TestLine fast = join(ALL, Optional.empty());
        for (int i = 0; i < 2_000; i++) {
            publish(i);
        }
        assertThat(fast.received).hasSize(2_000);
        assertThat(slow.received).hasSize(1);
        slow.stuck = false;
        slow.pending.complete();
        assertThat(slow.types()).contains(Frame.RESYNC);
        assertThat(slow.received.size()).isLessThan(600);
        assertThat(slow.received.getLast().subject()).isEqualTo("tag/1999");
    }

    @Test
    void givesUpAClientThatTakesNothingForLong() {
        TestLine slow = join(ALL, Optional.empty());
        slow.stuck = true;
        publish(1);
        for (int beat = 0; beat < 4; beat++) {
            feed.subscribers().forEach(s -> s.beat(4));
        }
        assertThat(slow.closed).isFalse();
        feed.subscribers().forEach(s -> s.beat(4));
        assertThat(slow.closed).isTrue();
    }

    @Test
    void closesALineThatFails() {
        TestLine line = join(ALL, Optional.empty());
        line.stuck = true;
        publish(1);
        line.pending.fail("gone");
        assertThat(line.closed).isTrue();
    }

    private TestLine join(Frame.Filter filter, Optional<String> cursor) {
        TestLine line = new TestLine();
        feed.join(new Subscriber(filter, line), cursor);
        return line;
    }

    private void publish(int number) {
        feed.publish("fuda:dictionary", number + "-0", fields("TagChanged", "tag/" + number, "{}"));
    }

    private static Map<String, String> fields(String type, String subject, String data) {
        return Map.of("type", type, "subject", subject, "time", "2026-01-01T00:00:00Z", "data", data);
    }

    private static final class TestLine implements Subscriber.Line {
        final List<Frame> received = new ArrayList<>();
        boolean stuck;
        boolean closed;
        Promise<Void> pending;

        List<String> types() {
            return received.stream().map(Frame::type).toList();
        }

        @Override
        public Future<Void> send(List<Frame> frames) {
            received.addAll(frames);
            if (!stuck) {
                return Future.succeededFuture();
            }
            pending = Promise.promise();
            return pending.future();
        }

        @Override
        public Future<Void> beat() {
            return Future.succeededFuture();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
