package dev.fuda.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void takesTurnsAndLeavesTheFirstRoundOut() throws Exception {
        List<String> order = new ArrayList<>();
        Comparison comparison = new Comparison("x/s")
                .measure(
                        2,
                        () -> {
                            order.add("ours");
                            return order.size();
                        },
                        () -> {
                            order.add("peer");
                            return order.size();
                        });
        assertThat(order).containsExactly("peer", "ours", "ours", "peer", "peer", "ours");
        assertThat(comparison.ratio()).isEqualTo((3.0 / 4 + 6.0 / 5) / 2);
    }

    @Test
    void comparesRoundByRound() {
        Comparison comparison = new Comparison("rows/s");
        comparison.add(10, 5);
        comparison.add(1_000_000, 1_000_000);
        comparison.add(30, 10);
        assertThat(comparison.ratio()).isEqualTo(2);
        assertThat(comparison.table("ours", "the peer"))
                .contains("ours      median      30.00   min      10.00   max  1,000,000   rows/s")
                .contains("ratio     median      2.000   min      1.000   max      3.000   ours / peer, 3 rounds");
    }
}
