package dev.fuda.dictionary.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dictionary.name.Category;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The index against the plain rules, on random tags that share prefixes, words, counts and aliases. */
class TagIndexProperties {

    private static final String[] PIECES = {
        "a", "b", "ab", "_", "-", "A", "(", ")", ":", "1", "é", "ｂ", "髪", "ß", "^", "_", "__", "𝒳", "か", "カ"
    };

    @Property(tries = 300)
    void findsWhatTheRulesSay(@ForAll long seed, @ForAll @IntRange(max = 131) int size) {
        Random random = new Random(seed);
        List<TagEntry> tags = tags(random, size, 1);
        TagIndex index = build(tags);
        for (int i = 0; i < 20; i++) {
            String typed = random.nextInt(10) == 0 ? "" : text(random, 3);
            Category category = random.nextBoolean() ? null : category(random);
            int limit = 1 + random.nextInt(12);
            assertThat(index.search(Spelling.key(typed), category, limit, new int[0], Means.ALL))
                    .as("'%s' in %s, top %d, of %s", typed, category, limit, tags)
                    .isEqualTo(NaiveSearch.search(tags, typed, category, limit));
            String part = text(random, 2);
            assertThat(ids(index.search(Spelling.key(part), category, limit, new int[0], Means.SUBSTRING)))
                    .as("a part '%s' in %s, top %d, of %s", part, category, limit, tags)
                    .isEqualTo(
                            Spelling.key(part).length < 2
                                    ? List.of()
                                    : NaiveSearch.inside(tags, part, category, limit));
            String mistyped = mistyped(random, tags);
            assertThat(ids(index.search(Spelling.key(mistyped), category, limit, new int[0], Means.TYPO)))
                    .as("mistyped '%s' in %s, top %d, of %s", mistyped, category, limit, tags)
                    .isEqualTo(NaiveSearch.mistyped(tags, mistyped, category, limit));
        }
    }

    /** So many that beginnings are shared by more keys than are looked at one by one. */
    @Property(tries = 10)
    void findsMistakesAmongMany(@ForAll long seed, @ForAll @IntRange(min = 1000, max = 3001) int size) {
        Random random = new Random(seed);
        List<TagEntry> tags = tags(random, size, 1);
        TagIndex index = build(tags);
        for (int i = 0; i < 20; i++) {
            String mistyped = mistyped(random, tags);
            int limit = 1 + random.nextInt(30);
            assertThat(ids(index.search(Spelling.key(mistyped), null, limit, new int[0], Means.TYPO)))
                    .as("mistyped '%s', top %d, of %d tags by seed %d", mistyped, limit, size, seed)
                    .isEqualTo(NaiveSearch.mistyped(tags, mistyped, null, limit));
        }
    }

    /** So many that the best of beginnings are ready, of all and of categories, and popular ones are gone meanwhile. */
    @Property(tries = 10)
    void findsTheBestOfMany(@ForAll long seed, @ForAll @IntRange(min = 2000, max = 9001) int size) {
        Random random = new Random(seed);
        List<TagEntry> tags = tags(random, size, 1);
        LiveIndex live = new LiveIndex();
        live.install(build(tags));
        Set<Long> gone = new HashSet<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            gone.add(tags.get(random.nextInt(tags.size())).id());
        }
        NaiveSearch.search(tags, "a", null, random.nextInt(1, 30)).forEach(best -> gone.add(best.id()));
        live.edit(List.of(), gone);
        tags.removeIf(tag -> gone.contains(tag.id()));
        for (int i = 0; i < 20; i++) {
            String typed = i == 0 ? "" : i < 4 ? "a" : text(random, 2).replaceAll("[_-]+$", "b");
            Category category = random.nextBoolean() ? null : category(random);
            int limit = random.nextBoolean() ? 20 : 1 + random.nextInt(150);
            assertThat(live.search(typed, category, limit).stream()
                            .filter(hit -> hit.tier() != Suggestion.Tier.TYPO)
                            .toList())
                    .as("'%s' in %s, top %d, of %d tags by seed %d", typed, category, limit, size, seed)
                    .isEqualTo(NaiveSearch.search(tags, typed, category, limit));
        }
    }

    @Property(tries = 150)
    void editsOnTopEqualARebuild(@ForAll long seed, @ForAll @IntRange(min = 1, max = 67) int size) {
        Random random = new Random(seed);
        List<TagEntry> tags = new ArrayList<>(tags(random, size, 1));
        LiveIndex live = new LiveIndex();
        live.install(build(tags));
        for (int edit = 0; edit < 6; edit++) {
            List<TagEntry> present = new ArrayList<>(tags(random, 1, size + 1 + edit));
            Set<Long> gone = new HashSet<>();
            if (!tags.isEmpty()) {
                TagEntry old = tags.remove(random.nextInt(tags.size()));
                if (random.nextBoolean()) {
                    gone.add(old.id());
                } else {
                    present.add(tags(random, 1, Math.toIntExact(old.id())).getFirst());
                }
            }
            tags.removeIf(t -> present.stream().anyMatch(p -> p.id() == t.id()));
            tags.addAll(present);
            live.edit(present, gone);
        }
        assertThat(live.size()).isEqualTo(tags.size());
        for (int i = 0; i < 10; i++) {
            String typed = text(random, 2);
            byte[] key = Spelling.key(typed);
            if (key[key.length - 1] != ' ') {
                List<Suggestion> expected = NaiveSearch.search(tags, typed, null, 10);
                assertThat(live.search(typed, null, 10).stream()
                                .filter(hit -> hit.tier() != Suggestion.Tier.TYPO)
                                .toList())
                        .as("'%s' of %s", typed, tags)
                        .isEqualTo(expected);
                assertThat(ids(live.search(typed, null, 10, Means.TYPO)))
                        .as("'%s' of %s", typed, tags)
                        .isEqualTo(NaiveSearch.mistyped(tags, typed, null, 10));
            }
        }
    }

    private static List<Long> ids(List<Suggestion> suggestions) {
        return suggestions.stream().map(Suggestion::id).toList();
    }

    /** A name, or its beginning, with a few bytes changed. */
    private static String mistyped(Random random, List<TagEntry> tags) {
        if (tags.isEmpty()) {
            return "ab";
        }
        String name = tags.get(random.nextInt(tags.size())).name();
        StringBuilder text = new StringBuilder(name.substring(0, 1 + random.nextInt(name.length())));
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, (char) ('a' + random.nextInt(3)));
                case 1 -> text.setCharAt(at, (char) ('a' + random.nextInt(3)));
                default -> text.reverse();
            }
        }
        return text.toString();
    }

    static TagIndex build(List<TagEntry> tags) {
        TagIndexBuilder builder = new TagIndexBuilder();
        tags.forEach(builder::add);
        return builder.build();
    }

    /** Names are unique, as in the database; ids count up from {@code firstId}. */
    private static List<TagEntry> tags(Random random, int size, int firstId) {
        List<TagEntry> tags = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> aliases = new ArrayList<>();
            while (random.nextInt(3) == 0) {
                aliases.add(text(random, 4));
            }
            tags.add(new TagEntry(
                    firstId + i,
                    text(random, 6) + "~" + (firstId + i) % 7 + text(random, 2) + random.nextInt(1_000_000),
                    category(random),
                    random.nextInt(5),
                    random.nextInt(4) == 0 ? text(random, 3) : null,
                    random.nextInt(9) == 0,
                    aliases,
                    random.nextInt(4) == 0 ? List.of("訳" + text(random, 4) + (firstId + i)) : List.of()));
        }
        return tags;
    }

    private static Category category(Random random) {
        return Category.values()[random.nextInt(3)];
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(most);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
