package dev.fuda.dataset.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.caption.RealTags;
import dev.fuda.dataset.caption.TagName;
import dev.fuda.dataset.caption.TagStyle;
import dev.fuda.dataset.search.Query.And;
import dev.fuda.dataset.search.Query.Not;
import dev.fuda.dataset.search.Query.Or;
import dev.fuda.dataset.search.Query.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every real tag, in all the ways in which people write it, alone and among others, is itself. */
class TagSpellingsTest {

    private static final List<String> NAMES = RealTags.all();
    private static final Tag X = new Tag("x", false);
    private static final Tag Y = new Tag("y_z", false);

    /** A way to write a tag. */
    private enum Spelling {
        CANONICAL(name -> name),
        BLANKS(new TagStyle(", ", false, false)::write),
        BLANKS_ESCAPED(new TagStyle(", ", false, true)::write),
        ESCAPED(new TagStyle(", ", true, true)::write),
        CAPITALS(name -> name.toUpperCase(Locale.ROOT)),
        TITLE(name -> Pattern.compile("(^| |\\()[a-z]")
                .matcher(BLANKS.write(name))
                .replaceAll(first -> Matcher.quoteReplacement(first.group().toUpperCase(Locale.ROOT)))),
        WIDE_BLANKS(name -> BLANKS.write(name).replace(" ", " \u3000")),
        QUOTED(QueryText::quote),
        QUOTED_BLANKS(name -> QueryText.quote(BLANKS.write(name))),
        WEIGHTED(name -> "(" + balanced(BLANKS.write(name), name) + ":1.2)"),
        WEIGHTED_TWICE(name -> "((" + BLANKS_ESCAPED.write(name) + ":0.85):1)"),
        HYPHENS(name -> BLANKS.write(name).replace(' ', '-')),
        FULL_WIDTH(name -> name.chars()
                .map(c -> c > ' ' && c < 127 ? c + 0xfee0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());

        private final UnaryOperator<String> way;

        Spelling(UnaryOperator<String> way) {
            this.way = way;
        }

        String write(String name) {
            return way.apply(name);
        }

        /** What stands for this name then; other letters and signs meet it when tags are looked up. */
        Tag meaning(String name) {
            return switch (this) {
                case QUOTED, QUOTED_BLANKS -> new Tag(name, true);
                case HYPHENS, FULL_WIDTH -> new Tag(TagName.canonical(write(name)), false);
                default -> new Tag(name, false);
            };
        }
    }

    /** A place for it; {@code %s} is where it stands. */
    private record Place(String text, UnaryOperator<Query> meaning, boolean inGroup) {}

    /** Of these, each spelling of each name gets one. */
    private static final List<Place> PLACES = List.of(
            new Place("-%s", Not::new, false),
            new Place(" %s,x", tag -> new And(List.of(tag, X)), false),
            new Place("x, %s , -y z", tag -> new And(List.of(X, tag, new Not(Y))), false),
            new Place("-x,-%s", tag -> new And(List.of(new Not(X), new Not(tag))), false),
            new Place("%s | x", tag -> new Or(List.of(tag, X)), false),
            new Place("x, y z | -%s", tag -> new And(List.of(X, new Or(List.of(Y, new Not(tag))))), false),
            new Place("(%s, x) | y z", tag -> new Or(List.of(new And(List.of(tag, X)), Y)), true),
            new Place("-( x | %s )", tag -> new Not(new Or(List.of(X, tag))), true),
            new Place(
                    "x, -(y_z | ( -%s, x))",
                    tag -> new And(List.of(X, new Not(new Or(List.of(Y, new And(List.of(new Not(tag), X))))))), true));

    /** A parenthesis of a face such as {@code ;)} would close those around it, so that it is escaped there. */
    private static String balanced(String written, String name) {
        return QueryScanner.isBalanced(written) ? written : Spelling.BLANKS_ESCAPED.write(name);
    }

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder asked = new LongAdder();

    @Test
    void everyNameInEverySpellingIsItselfWhereverItStands() {
        IntStream.range(0, NAMES.size()).parallel().forEach(i -> {
            for (Spelling spelling : Spelling.values()) {
                check(NAMES.get(i), spelling, PLACES.get((i + spelling.ordinal()) % PLACES.size()));
            }
        });
        assertThat(wrong).isEmpty();
        long ways = Spelling.values().length;
        assertThat(asked.sum()).isEqualTo(NAMES.size() * ways * 2);
        System.out.printf("%,d names in %d spellings: %,d searches read%n", NAMES.size(), ways, asked.sum());
    }

    /** Alone, and at that place. */
    private void check(String name, Spelling spelling, Place place) {
        boolean enclosed = place.inGroup() || spelling == Spelling.WEIGHTED || spelling == Spelling.WEIGHTED_TWICE;
        // No escape of its own is left for the other half of its parentheses.
        Spelling way = enclosed && name.equals("\\(^o^)/") ? Spelling.QUOTED : spelling;
        Tag meant = way.meaning(name);
        String written = way.write(name);
        if (!TagName.matching(meant.name()).equals(TagName.matching(name))) {
            tell(name, written + " is not looked up as the same");
        }
        read(name, written, meant);
        String within = place.inGroup() && !meant.exact() ? balanced(written, meant.name()) : written;
        read(name, place.text().replace("%s", within), place.meaning().apply(meant));
    }

    private void read(String name, String text, Query meaning) {
        asked.increment();
        try {
            Query read = QueryParser.parse(text);
            if (!read.equals(meaning)) {
                tell(name, text + " is read as " + read);
            }
        } catch (QuerySyntaxException e) {
            tell(name, text + " is not read: " + e.getMessage());
        }
    }

    @Test
    void everyNameIsWrittenAsItIsRead() {
        NAMES.parallelStream().forEach(name -> {
            for (boolean exact : List.of(false, true)) {
                Tag tag = new Tag(name, exact);
                for (Query query :
                        Arrays.asList(tag, new Not(tag), new And(List.of(X, new Or(List.of(new Not(tag), Y)))))) {
                    if (!QueryParser.parse(query.toString()).equals(query)) {
                        tell(name, query.toString());
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private void tell(String name, String what) {
        if (wrong.size() < 50) {
            wrong.add(name + ": " + what);
        }
    }
}
