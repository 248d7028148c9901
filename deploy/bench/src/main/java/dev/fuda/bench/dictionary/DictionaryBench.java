package dev.fuda.bench.dictionary;

import dev.fuda.bench.Bench;
import dev.fuda.bench.House;
import dev.fuda.bench.Samples;
import dev.fuda.dictionary.suggest.LiveIndex;
import dev.fuda.dictionary.suggest.Means;
import dev.fuda.dictionary.suggest.Suggestion;
import dev.fuda.dictionary.suggest.TagEntry;
import dev.fuda.dictionary.suggest.TagIndex;
import dev.fuda.dictionary.suggest.TagIndexBuilder;
import dev.fuda.local.Service;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The search of 1.8 million tags, turn by turn with Lucene's WFSTCompletionLookup (beginnings) and with PostgreSQL
 * (beginnings by a pattern index, parts and mistakes by pg_trgm), on the same rows; and beginnings through the gateway.
 */
public final class DictionaryBench implements Bench {

    private static final int SLOW = 60;

    private final PrintStream out = System.out;

    @Override
    public String name() {
        return "dictionary";
    }

    @Override
    public String question() {
        return "1.8 million tags by beginning, part and mistake, against Lucene's WFST and PostgreSQL with pg_trgm";
    }

    @Override
    public void run() throws Exception {
        TagList list = TagList.load(House.root());
        List<TagEntry> tags = ManyTags.like(list.rows());
        out.printf("  %,d tags in the shape of %s%n", tags.size(), list.describe());
        LiveIndex live = new LiveIndex();
        index(tags, live);
        try (LuceneTags lucene = new LuceneTags(tags)) {
            new LuceneRace(live, lucene, out).run(tags);
        }
        List<TagEntry> translated = ManyTags.translated(tags);
        live.install(built(translated));
        out.printf("  with a Japanese name for every tenth: %.1f bytes/tag%n", live.bytes() / (double) live.size());
        Path folder = Files.createTempDirectory("fuda-bench-tags");
        try (PostgresTags postgres = new PostgresTags(folder, translated)) {
            againstPostgres(
                    "beginning, top 20",
                    0.08,
                    Typed.beginnings(tags, SLOW, 2, 8),
                    live,
                    Means.PREFIX,
                    postgres::prefix);
            againstPostgres("part, top 20", 0.01, Typed.parts(tags, SLOW), live, Means.SUBSTRING, postgres::inside);
            againstPostgres(
                    "Japanese part, top 20",
                    0.01,
                    Typed.translatedParts(translated, SLOW),
                    live,
                    Means.SUBSTRING,
                    postgres::inside);
            againstPostgres("mistakes, top 20", 0.01, Typed.mistyped(tags, SLOW), live, Means.TYPO, postgres::similar);
            live.install(new TagIndexBuilder().build());
            throughTheGateway(tags, postgres);
        }
    }

    private static TagIndex built(List<TagEntry> tags) {
        TagIndexBuilder builder = new TagIndexBuilder();
        tags.forEach(builder::add);
        return builder.build();
    }

    private void index(List<TagEntry> tags, LiveIndex live) {
        TagIndexBuilder builder = new TagIndexBuilder();
        tags.forEach(builder::add);
        long started = System.nanoTime();
        TagIndex index = builder.build();
        live.install(index);
        double seconds = (System.nanoTime() - started) / 1e9;
        double bytes = index.bytes() / (double) index.size();
        out.printf("  index: %.1f bytes/tag (wanted at most 100), built in %.1f s (at most 5)%n", bytes, seconds);
        Samples edits = new Samples();
        for (int i = 0; i < 50; i++) {
            TagEntry edited = tags.get(i * 1_000 % tags.size());
            long before = System.nanoTime();
            live.edit(List.of(edited), Set.of());
            require(!live.search(edited.name(), null, 1).isEmpty(), "An edited tag is not found");
            edits.add(System.nanoTime() - before);
        }
        out.println("  an edit is found after " + edits.inMillis() + " (wanted at most 50 ms)");
        live.install(index);
        readersOfARebuild(tags, live);
    }

    private void readersOfARebuild(List<TagEntry> tags, LiveIndex live) {
        List<Typed> typed = Typed.beginnings(tags, 3_000, 1, 8);
        Thread rebuild = Thread.ofPlatform().start(() -> live.install(built(tags)));
        Samples searches = new Samples();
        for (int i = 0; rebuild.isAlive(); i++) {
            Typed each = typed.get(i % typed.size());
            long before = System.nanoTime();
            live.search(each.text(), each.category(), 20, Means.PREFIX);
            searches.add(System.nanoTime() - before);
        }
        out.printf(
                "  %,d searches while it is rebuilt: %s  slowest %.1f ms%n",
                searches.size(), searches.inMicros(), searches.percentile(1) / 1e6);
    }

    /** Asks the peer. */
    private interface Peer {
        List<String> search(String typed) throws Exception;
    }

    private void againstPostgres(
            String what, double wanted, List<Typed> queries, LiveIndex live, Means means, Peer peer) throws Exception {
        Samples ours = new Samples();
        Samples theirs = new Samples();
        int ourHits = 0;
        int theirHits = 0;
        for (int round = -1; round < 2; round++) {
            for (Typed query : queries) {
                long before = System.nanoTime();
                List<String> found = live.search(query.text(), null, 20, means).stream()
                        .map(Suggestion::name)
                        .toList();
                long middle = System.nanoTime();
                List<String> other = peer.search(query.text());
                long after = System.nanoTime();
                if (round >= 0) {
                    ours.add(middle - before);
                    theirs.add(after - middle);
                    ourHits += found.contains(query.meant()) ? 1 : 0;
                    theirHits += other.contains(query.meant()) ? 1 : 0;
                } else if (means == Means.SUBSTRING) {
                    require(found.equals(other), "For '" + query.text() + "': " + found + " and " + other);
                } else if (means == Means.PREFIX) {
                    require(
                            Set.copyOf(found).containsAll(other.subList(0, Math.min(10, other.size()))),
                            "For '" + query.text() + "': " + found + " and " + other);
                }
            }
        }
        double ratio = ours.percentile(0.95) / (double) theirs.percentile(0.95);
        out.println("  " + what + ":");
        out.println("    ours        " + ours.inMillis());
        out.println("    PostgreSQL  " + theirs.inMillis());
        out.printf("    p95 ratio %.4f, wanted at most %.2f: %s%n", ratio, wanted, ratio <= wanted ? "met" : "NOT met");
        if (means == Means.TYPO) {
            out.printf(
                    "    meant tag among the 20: ours %d, PostgreSQL %d of %d: %s%n",
                    ourHits, theirHits, ours.size(), ourHits >= theirHits ? "met" : "NOT met");
        }
    }

    private void throughTheGateway(List<TagEntry> tags, PostgresTags postgres) throws Exception {
        TagList many = TagList.of(tags);
        try (House house = new House(House.root());
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            house.start(Service.DICTIONARY, Map.of("FUDA_DICTIONARY_STARTER", "false"));
            house.start(Service.GATEWAY, Map.of());
            Uploads.importFile(http, house.address(Service.GATEWAY, "/api/tag-dictionary/import"), many.file());
            List<Typed> slow = Typed.beginnings(tags, SLOW, 1, 8);
            Samples theirs = new Samples();
            List<Typed> quick = Typed.beginnings(tags, 20_000, 1, 8);
            GatewayRace race = new GatewayRace(http, house, out);
            Samples ours = race.run(quick, "prefix", OptionalDouble.of(1.25), () -> {
                for (Typed typed : slow) {
                    long before = System.nanoTime();
                    postgres.prefix(typed.text());
                    theirs.add(System.nanoTime() - before);
                }
            });
            double ratio = ours.percentile(0.95) / (double) theirs.percentile(0.95);
            out.println("    PostgreSQL  " + theirs.inMillis() + " (asked directly)");
            out.printf("    p95 ratio   %.4f, wanted at most 0.08: %s%n", ratio, ratio <= 0.08 ? "met" : "NOT met");
            race.run(quick, "all", OptionalDouble.empty(), () -> {});
            new Freshness(http, house).print(tags, out);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
