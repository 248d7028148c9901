package dev.fuda.dictionary.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RelationGraphTest {

    @Test
    void namesTheCircleAndKeepsOut() {
        RelationGraph graph = new RelationGraph();
        assertThat(graph.add("a", "b")).isEmpty();
        assertThat(graph.add("b", "c")).isEmpty();
        assertThat(graph.add("c", "a")).contains(List.of("c", "a", "b", "c"));
        assertThat(graph.add("a", "a")).contains(List.of("a", "a"));
        assertThat(graph.size()).isEqualTo(2);
        assertThat(graph.ends("a")).containsExactly("c");
        assertThat(graph.reachable("a")).containsExactly("b", "c");
        assertThat(graph.ends("z")).containsExactly("z");
        assertThat(graph.way("a", "c")).contains(List.of("a", "b", "c"));
        assertThat(graph.way("c", "a")).isEmpty();
    }

    /** A relation is refused if and only if a path leads back, found by closing the relation over itself. */
    @Property(tries = 500)
    void refusesExactlyWhatClosesACircle(@ForAll @Size(max = 60) List<@IntRange(min = 0, max = 99) Integer> pairs) {
        RelationGraph graph = new RelationGraph();
        List<int[]> kept = new ArrayList<>();
        for (int pair : pairs) {
            int from = pair / 10;
            int to = pair % 10;
            boolean closes =
                    from == to || closure(kept).getOrDefault(to, Set.of()).contains(from);
            assertThat(graph.add("n" + from, "n" + to).isPresent()).isEqualTo(closes);
            if (!closes) {
                kept.add(new int[] {from, to});
            }
        }
        Map<Integer, Set<Integer>> closure = closure(kept);
        for (int n = 0; n < 10; n++) {
            Set<String> reachable = new HashSet<>();
            closure.getOrDefault(n, Set.of()).forEach(m -> reachable.add("n" + m));
            assertThat(graph.reachable("n" + n)).isEqualTo(reachable);
        }
    }

    private static Map<Integer, Set<Integer>> closure(List<int[]> pairs) {
        Map<Integer, Set<Integer>> closure = new HashMap<>();
        pairs.forEach(
                pair -> closure.computeIfAbsent(pair[0], n -> new HashSet<>()).add(pair[1]));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Set<Integer> reached : closure.values()) {
                Set<Integer> further = new HashSet<>();
                reached.forEach(n -> further.addAll(closure.getOrDefault(n, Set.of())));
                grown |= reached.addAll(further);
            }
        }
        return closure;
    }
}
