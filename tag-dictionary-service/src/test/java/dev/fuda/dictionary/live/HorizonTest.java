package dev.fuda.dictionary.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HorizonTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final Horizon horizon = new Horizon();

    private void looked(int millis, long transaction) {
        horizon.looked(START.plusMillis(millis), transaction);
    }

    @Test
    void isThatOfSomeSecondsAgo() {
        assertThat(horizon.isKnown()).isFalse();
        looked(0, 100);
        assertThat(horizon.isKnown()).isTrue();
        assertThat(horizon.transaction()).isEqualTo(100);
        looked(500, 110);
        looked(2_000, 120);
        assertThat(horizon.transaction()).isEqualTo(100);
        looked(3_600, 130);
        assertThat(horizon.transaction()).isEqualTo(110);
        looked(60_000, 140);
        assertThat(horizon.transaction()).isEqualTo(130);
    }

    @Test
    void goesBackWithAServerThatForgotItsLastTransactions() {
        looked(0, 900);
        looked(5_000, 1_000);
        looked(5_100, 1_200);
        assertThat(horizon.transaction()).isEqualTo(900);
        // The crash; the first transaction afterwards has the number 1,000 again.
        looked(30_000, 1_001);
        assertThat(horizon.transaction()).isEqualTo(1_001);
        looked(30_500, 1_002);
        assertThat(horizon.transaction()).isEqualTo(1_001);
        looked(40_000, 1_300);
        assertThat(horizon.transaction()).isEqualTo(1_002);
    }
}
