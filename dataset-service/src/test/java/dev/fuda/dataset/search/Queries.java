package dev.fuda.dataset.search;

import dev.fuda.dataset.search.Query.NumberField;
import dev.fuda.dataset.search.Query.Range;
import dev.fuda.dataset.search.Query.Tag;
import dev.fuda.dataset.search.Query.Text;
import dev.fuda.dataset.search.Query.TextField;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random queries over given tags. */
final class Queries {

    private Queries() {}

    static Arbitrary<Query> over(List<String> tags) {
        return tree(leaf(tags), 4);
    }

    private static Arbitrary<Query> tree(Arbitrary<Query> leaf, int depth) {
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Query> smaller = Arbitraries.lazy(() -> tree(leaf, depth - 1));
        Arbitrary<List<Query>> several = smaller.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, leaf),
                net.jqwik.api.Tuple.of(2, several.map(Query::and)),
                net.jqwik.api.Tuple.of(2, several.map(Query::or)),
                net.jqwik.api.Tuple.of(1, smaller.map(Query::not)));
    }

    private static Arbitrary<Query> leaf(List<String> tags) {
        Arbitrary<Query> tag = Combinators.combine(Arbitraries.of(tags), Arbitraries.of(true, false))
                .as((name, exact) -> (Query) new Tag(name, exact));
        Arbitrary<Query> pattern =
                Arbitraries.of("*_hair", "*girl*", "?", "l?ng_hair", "*").map(name -> new Tag(name, false));
        Arbitrary<Query> text = Arbitraries.of(
                new Text(TextField.TYPE, "pair", false),
                new Text(TextField.FORMAT, "png", false),
                new Text(TextField.NAME, "*a*", false),
                new Text(TextField.NAME, "b 1", true),
                new Text(TextField.NAME, "img?", false),
                new Text(TextField.HAS, "caption", false),
                new Text(TextField.HAS, "tags", false),
                new Text(TextField.HAS, "alt", false),
                new Text(TextField.CAPTION, "in the rain, with \"quotes\" \\ and (more", false),
                new Text(TextField.CAPTION, "%_", false),
                new Text(TextField.SOURCE, "auto_palette", false),
                new Text(TextField.GROUP, "character", false));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, tag),
                net.jqwik.api.Tuple.of(1, pattern),
                net.jqwik.api.Tuple.of(2, range()),
                net.jqwik.api.Tuple.of(2, text));
    }

    private static Arbitrary<Query> range() {
        Arbitrary<NumberField> field = Arbitraries.of(NumberField.class);
        Arbitrary<Integer> bound = Arbitraries.of(0, 1, 2, 3, 100, 512, 1024, 4000);
        Arbitrary<Integer> shape = Arbitraries.integers().between(0, 5);
        return Combinators.combine(field, bound, bound, shape).as((f, a, b, kind) -> switch (kind) {
            case 0 -> new Range(f, a, false, a, false);
            case 1 -> new Range(f, a, true, Double.POSITIVE_INFINITY, false);
            case 2 -> new Range(f, a, false, Double.POSITIVE_INFINITY, false);
            case 3 -> new Range(f, Double.NEGATIVE_INFINITY, false, a, true);
            case 4 -> new Range(f, Double.NEGATIVE_INFINITY, false, a, false);
            default -> new Range(f, Math.min(a, b), false, Math.max(a, b), false);
        });
    }
}
