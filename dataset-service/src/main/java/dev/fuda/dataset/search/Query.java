package dev.fuda.dataset.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person looks for, as a tree. {@code toString} writes it in the search language such that {@link
 * QueryParser#parse} reads the same tree back; conjunctions and disjunctions are flat and never have a single part.
 */
public sealed interface Query {

    /** Everything. */
    record All() implements Query {
        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** All of at least two parts: {@code a, b}. */
    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** Any of at least two parts: {@code a | b}. */
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** What the part does not match: {@code -a}. */
    record Not(Query part) implements Query {
        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /**
     * An item with this tag.
     *
     * @param name a canonical name, or a pattern with {@code *} and {@code ?}
     * @param exact as written in quotes: no patterns and no other spellings
     */
    record Tag(String name, boolean exact) implements Query {
        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /**
     * A number of the item within bounds; both may be infinite, not both at once.
     *
     * @param low the lower bound
     * @param lowOpen whether {@code low} itself is outside
     * @param high the upper bound
     * @param highOpen whether {@code high} itself is outside
     */
    record Range(NumberField field, double low, boolean lowOpen, double high, boolean highOpen) implements Query {
        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /**
     * A text of the item that fits.
     *
     * @param value what to look for; lower case where the field has a fixed set of values
     * @param exact as written in quotes, where the field knows patterns
     */
    record Text(TextField field, String value, boolean exact) implements Query {
        @Override
        public String toString() {
            return QueryText.of(this);
        }
    }

    /** Numbers that can be asked for. */
    enum NumberField {
        WIDTH,
        HEIGHT,
        TAGS,
        SIZE,
        RATIO,
        ID;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Texts that can be asked for. */
    enum TextField {
        GROUP(List.of()),
        FORMAT(List.of("jpeg", "png", "webp")),
        TYPE(List.of("single", "pair", "group")),
        NAME(List.of()),
        HAS(List.of()),
        CAPTION(List.of()),
        SOURCE(List.of());

        /** The values that make sense; empty when any does. */
        final List<String> values;

        TextField(List<String> values) {
            this.values = values;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** All of these parts, flat. */
    static Query and(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof And(List<Query> inner)) {
                flat.addAll(inner);
            } else if (!(part instanceof All)) {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? new All() : flat.size() == 1 ? flat.getFirst() : new And(flat);
    }

    /** Any of these parts (at least one), flat. */
    static Query or(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof Or(List<Query> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Or(flat);
    }

    /** What this part does not match. */
    static Query not(Query part) {
        return part instanceof Not(Query inner) ? inner : new Not(part);
    }
}
