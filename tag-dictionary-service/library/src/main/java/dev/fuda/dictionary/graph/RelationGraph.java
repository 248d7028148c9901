package dev.fuda.dictionary.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Relations that lead from one name to another and never in a circle: aliases and replacements, or implications. A name
 * may lead to several. Not thread-safe.
 */
public final class RelationGraph {

    private final Map<String, Set<String>> targets = new HashMap<>();

    /**
     * Adds a relation unless it would close a circle.
     *
     * @return empty when it was added or was there already, else the circle by its names, first and last the same
     */
    public Optional<List<String>> add(String from, String to) {
        Optional<List<String>> way = way(to, from);
        if (way.isPresent()) {
            List<String> circle = new ArrayList<>();
            circle.add(from);
            circle.addAll(way.get());
            return Optional.of(circle);
        }
        targets.computeIfAbsent(from, name -> new LinkedHashSet<>()).add(to);
        return Optional.empty();
    }

    /** A shortest way from one name to another, both included; a name leads to itself at once. */
    public Optional<List<String>> way(String from, String to) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(from);
        cameFrom.put(from, null);
        while (!open.isEmpty()) {
            String name = open.poll();
            if (name.equals(to)) {
                return Optional.of(back(name, cameFrom));
            }
            for (String next : targets.getOrDefault(name, Set.of())) {
                if (!cameFrom.containsKey(next)) {
                    cameFrom.put(next, name);
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> back(String end, Map<String, String> cameFrom) {
        List<String> way = new ArrayList<>();
        for (String at = end; at != null; at = cameFrom.get(at)) {
            way.add(at);
        }
        Collections.reverse(way);
        return way;
    }

    /** Where the chains from a name end, in the order in which they are reached: the name itself if it leads nowhere. */
    public Set<String> ends(String name) {
        Set<String> ends = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(name);
        while (!open.isEmpty()) {
            String at = open.poll();
            if (seen.add(at)) {
                Set<String> next = targets.getOrDefault(at, Set.of());
                if (next.isEmpty()) {
                    ends.add(at);
                }
                open.addAll(next);
            }
        }
        return ends;
    }

    /** All names that a name leads to, over any number of steps. */
    public Set<String> reachable(String name) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(targets.getOrDefault(name, Set.of()));
        while (!open.isEmpty()) {
            String at = open.poll();
            if (seen.add(at)) {
                open.addAll(targets.getOrDefault(at, Set.of()));
            }
        }
        return seen;
    }

    /** How many relations there are. */
    public int size() {
        return targets.values().stream().mapToInt(Set::size).sum();
    }
}
