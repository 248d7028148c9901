package dev.fuda.bench.dictionary;

import dev.fuda.bench.Samples;
import dev.fuda.dictionary.suggest.LiveIndex;
import dev.fuda.dictionary.suggest.Means;
import dev.fuda.dictionary.suggest.Suggestion;
import dev.fuda.dictionary.suggest.TagEntry;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.suggest.Lookup.LookupResult;

/** Beginnings, top 20, turn by turn with Lucene's WFSTCompletionLookup: for each typed length, and for all alike. */
final class LuceneRace {

    private static final int TYPED = 3_000;
    private static final int ROUNDS = 5;
    private static final int[] LENGTHS = {1, 2, 3, 4, 5, 6, 7, 8, 12, 16};

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final LiveIndex live;
    private final LuceneTags lucene;
    private final PrintStream out;

    LuceneRace(LiveIndex live, LuceneTags lucene, PrintStream out) {
        this.live = live;
        this.lucene = lucene;
        this.out = out;
    }

    void run(List<TagEntry> tags) throws IOException {
        out.println("  beginning, top 20, a third in a category; ours / WFST:");
        for (int length : LENGTHS) {
            List<Typed> typed = Typed.beginnings(tags, TYPED, length, length);
            Figures figures = compare(typed);
            out.printf(
                    "    %2d characters: searches per core and second %5.2f x (%.2f to %.2f), p95 %.3f x%n",
                    length, figures.speed(), figures.slowest(), figures.fastest(), figures.tail());
        }
        Figures all = compare(Typed.beginnings(tags, TYPED, 1, 8));
        out.printf(
                "    one to eight, equally often: %.2f x (%.2f to %.2f), wanted at least 6: %s%n",
                all.speed(), all.slowest(), all.fastest(), all.speed() >= 6 ? "met" : "NOT met");
        out.printf("      p95 %.3f x, wanted at most 0.15: %s%n", all.tail(), all.tail() <= 0.15 ? "met" : "NOT met");
        out.println("      ours  " + all.ours());
        out.println("      WFST  " + all.theirs());
        out.printf("    WFST takes %.1f bytes/tag%n", lucene.bytes() / (double) tags.size());
    }

    /** Medians of the rounds, and the samples of the last one in words. */
    private record Figures(double speed, double slowest, double fastest, double tail, String ours, String theirs) {}

    private Figures compare(List<Typed> typed) throws IOException {
        for (Typed each : typed) {
            requireEqual(each);
        }
        List<Double> speeds = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        Samples ours = new Samples();
        Samples theirs = new Samples();
        for (int round = -1; round < ROUNDS; round++) {
            ours = new Samples();
            theirs = new Samples();
            boolean oursFirst = (round & 1) == 0;
            long ourTime = oursFirst ? ours(typed, ours) : 0;
            long theirTime = theirs(typed, theirs);
            ourTime = oursFirst ? ourTime : ours(typed, ours);
            if (round >= 0) {
                speeds.add(theirTime / (double) ourTime);
                tails.add(ours.percentile(0.95) / (double) theirs.percentile(0.95));
            }
        }
        speeds.sort(null);
        tails.sort(null);
        return new Figures(
                speeds.get(ROUNDS / 2),
                speeds.getFirst(),
                speeds.getLast(),
                tails.get(ROUNDS / 2),
                ours.inMicros(),
                theirs.inMicros());
    }

    private long ours(List<Typed> typed, Samples samples) {
        long from = threads.getCurrentThreadCpuTime();
        for (Typed each : typed) {
            long before = System.nanoTime();
            live.search(each.text(), each.category(), 20, Means.PREFIX);
            samples.add(System.nanoTime() - before);
        }
        return threads.getCurrentThreadCpuTime() - from;
    }

    private long theirs(List<Typed> typed, Samples samples) throws IOException {
        long from = threads.getCurrentThreadCpuTime();
        for (Typed each : typed) {
            long before = System.nanoTime();
            lucene.search(each.text(), each.category());
            samples.add(System.nanoTime() - before);
        }
        return threads.getCurrentThreadCpuTime() - from;
    }

    private void requireEqual(Typed typed) throws IOException {
        List<Suggestion> ours = live.search(typed.text(), typed.category(), 20, Means.PREFIX);
        List<LookupResult> theirs = lucene.search(typed.text(), typed.category());
        long best = ours.stream().mapToLong(Suggestion::count).max().orElse(-1);
        long theirBest = theirs.stream().mapToLong(hit -> hit.value).max().orElse(-1);
        if (best != theirBest) {
            throw new IllegalStateException("For '" + typed + "' the best have " + best + " and " + theirBest);
        }
    }
}
