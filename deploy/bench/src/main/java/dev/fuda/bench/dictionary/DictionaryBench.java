package dev.fuda.bench.dictionary;

import dev.fuda.bench.Bench;
import dev.fuda.bench.House;
import dev.fuda.bench.Samples;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.LiveIndex;
import dev.fuda.dictionary.suggest.Means;
import dev.fuda.dictionary.suggest.Suggestion;
import dev.fuda.dictionary.suggest.TagEntry;
import dev.fuda.dictionary.suggest.TagIndex;
import dev.fuda.dictionary.suggest.TagIndexBuilder;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.search.suggest.Lookup.LookupResult;

/**
 * The search of 1.8 million tags in process, turn by turn with Lucene's WFSTCompletionLookup (beginnings) and with
 * PostgreSQL (beginnings by a pattern index, parts and mistakes by pg_trgm), on the same rows.
 */
public final class DictionaryBench implements Bench {

    private static final int TYPED = 3_000;
    private static final int ROUNDS = 5;
    private static final int SLOW = 60;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PrintStream out = System.out;

    @Override
    public String name() {
        return "dictionary";
    }

    @Override
    public String question() {
        return "1.8 million tags by beginning, part and mistake, against Lucene's WFST and PostgreSQL with pg_trgm";
    }

    /** What is typed, in which category; what it was meant to be. */
    private record Query(String typed, Category category, String meant) {}

    @Override
    public void run() throws Exception {
        TagList list = TagList.load(House.root());
        List<TagEntry> tags = ManyTags.like(list.rows());
        out.printf("  %,d tags in the shape of %s%n", tags.size(), list.describe());
        LiveIndex live = new LiveIndex();
        index(tags, live);
        againstLucene(tags, live);
        Path folder = Files.createTempDirectory("fuda-bench-tags");
        try (PostgresTags postgres = new PostgresTags(folder, tags)) {
            againstPostgres("beginning, top 20", 0.08, prefixes(tags, SLOW, 2), live, Means.PREFIX, postgres::prefix);
            againstPostgres("part, top 20", 0.01, parts(tags), live, Means.SUBSTRING, postgres::inside);
            againstPostgres("mistakes, top 20", 0.01, mistyped(tags), live, Means.TYPO, postgres::similar);
        }
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
    }

    private void againstLucene(List<TagEntry> tags, LiveIndex live) throws Exception {
        List<Query> queries = prefixes(tags, TYPED, 1);
        try (LuceneTags lucene = new LuceneTags(tags)) {
            for (Query query : queries) {
                List<Suggestion> ours = live.search(query.typed(), query.category(), 20, Means.PREFIX);
                List<LookupResult> theirs = lucene.search(query.typed(), query.category());
                long best = ours.stream().mapToLong(Suggestion::count).max().orElse(-1);
                long theirBest =
                        theirs.stream().mapToLong(hit -> hit.value).max().orElse(-1);
                require(best == theirBest, "For '" + query + "' the best have " + best + " and " + theirBest);
            }
            List<Double> speeds = new ArrayList<>();
            List<Double> tails = new ArrayList<>();
            for (int round = -1; round < ROUNDS; round++) {
                Samples ours = new Samples();
                Samples theirs = new Samples();
                long ourTime = 0;
                long theirTime = 0;
                for (int turn = 0; turn < 2; turn++) {
                    long from = threads.getCurrentThreadCpuTime();
                    if ((turn + round & 1) == 0) {
                        for (Query query : queries) {
                            long before = System.nanoTime();
                            live.search(query.typed(), query.category(), 20, Means.PREFIX);
                            ours.add(System.nanoTime() - before);
                        }
                        ourTime = threads.getCurrentThreadCpuTime() - from;
                    } else {
                        for (Query query : queries) {
                            long before = System.nanoTime();
                            lucene.search(query.typed(), query.category());
                            theirs.add(System.nanoTime() - before);
                        }
                        theirTime = threads.getCurrentThreadCpuTime() - from;
                    }
                }
                if (round >= 0) {
                    speeds.add(theirTime / (double) ourTime);
                    tails.add(ours.percentile(0.95) / (double) theirs.percentile(0.95));
                }
                if (round == ROUNDS - 1) {
                    out.println("  beginning, top 20, one to eight characters, a third in a category:");
                    out.println("    ours   " + ours.inMicros());
                    out.println("    WFST   " + theirs.inMicros());
                }
            }
            print("searches per core and second", speeds, "at least 6", median(speeds) >= 6);
            print("p95", tails, "at most 0.15", median(tails) <= 0.15);
            out.printf("    WFST takes %.1f bytes/tag%n", lucene.bytes() / (double) tags.size());
        }
    }

    /** Asks the peer. */
    private interface Peer {
        List<String> search(String typed) throws Exception;
    }

    private void againstPostgres(
            String what, double wanted, List<Query> queries, LiveIndex live, Means means, Peer peer) throws Exception {
        Samples ours = new Samples();
        Samples theirs = new Samples();
        int ourHits = 0;
        int theirHits = 0;
        for (int round = -1; round < 2; round++) {
            for (Query query : queries) {
                long before = System.nanoTime();
                List<String> found = live.search(query.typed(), null, 20, means).stream()
                        .map(Suggestion::name)
                        .toList();
                long middle = System.nanoTime();
                List<String> other = peer.search(query.typed());
                long after = System.nanoTime();
                if (round >= 0) {
                    ours.add(middle - before);
                    theirs.add(after - middle);
                    ourHits += found.contains(query.meant()) ? 1 : 0;
                    theirHits += other.contains(query.meant()) ? 1 : 0;
                } else if (means == Means.SUBSTRING) {
                    require(found.equals(other), "For '" + query.typed() + "': " + found + " and " + other);
                } else if (means == Means.PREFIX) {
                    require(
                            Set.copyOf(found).containsAll(other.subList(0, Math.min(10, other.size()))),
                            "For '" + query.typed() + "': " + found + " and " + other);
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

    /** Beginnings of popular tags far more often than of rare ones, as people type them. */
    private static List<Query> prefixes(List<TagEntry> tags, int count, int shortest) {
        Random random = new Random(2);
        List<Query> queries = new ArrayList<>();
        while (queries.size() < count) {
            TagEntry tag = tags.get((int) (tags.size() * Math.pow(random.nextDouble(), 3)));
            String typed = part(tag.name(), 0, shortest + random.nextInt(9 - shortest));
            Category category = random.nextInt(3) == 0 ? tag.category() : null;
            if (!typed.endsWith("_") && !typed.endsWith("-")) {
                queries.add(new Query(typed, category, tag.name()));
            }
        }
        return queries;
    }

    private static List<Query> parts(List<TagEntry> tags) {
        Random random = new Random(3);
        List<Query> queries = new ArrayList<>();
        while (queries.size() < SLOW) {
            String name = tags.get(random.nextInt(tags.size())).name();
            String typed = part(name, random.nextInt(name.length()), 2 + random.nextInt(7));
            if (typed.length() > 1
                    && Character.isLetterOrDigit(typed.charAt(0))
                    && Character.isLetterOrDigit(typed.charAt(typed.length() - 1))) {
                queries.add(new Query(typed, null, name));
            }
        }
        return queries;
    }

    /** Whole names with two neighbours exchanged, a letter left out or one doubled. */
    private static List<Query> mistyped(List<TagEntry> tags) {
        Random random = new Random(4);
        List<Query> queries = new ArrayList<>();
        while (queries.size() < SLOW) {
            String name = tags.get((int) (tags.size() * Math.pow(random.nextDouble(), 3)))
                    .name();
            if (name.length() >= 6 && name.length() <= 30 && name.chars().allMatch(c -> c < 0x80)) {
                int at = 1 + random.nextInt(name.length() - 3);
                String start = name.substring(0, at);
                String typed = switch (random.nextInt(3)) {
                    case 0 -> start + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
                    case 1 -> start + name.substring(at + 1);
                    default -> start + name.charAt(at) + name.substring(at);
                };
                queries.add(new Query(typed, null, name));
            }
        }
        return queries;
    }

    private static String part(String name, int from, int length) {
        int start = Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from;
        int end = Math.min(name.length(), start + length);
        return name.substring(start, end < name.length() && Character.isLowSurrogate(name.charAt(end)) ? end + 1 : end);
    }

    private void print(String what, List<Double> ratios, String wanted, boolean met) {
        List<Double> sorted = ratios.stream().sorted().toList();
        out.printf(
                "    %s: ours / WFST %.2f (rounds %.2f to %.2f), wanted %s: %s%n",
                what, median(ratios), sorted.getFirst(), sorted.getLast(), wanted, met ? "met" : "NOT met");
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
