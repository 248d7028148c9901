package dev.fuda.bench.dictionary;

import dev.fuda.bench.Bench;
import dev.fuda.bench.House;
import dev.fuda.bench.Samples;
import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.suggest.LiveIndex;
import dev.fuda.dictionary.suggest.TagEntry;
import dev.fuda.dictionary.suggest.TagIndex;
import dev.fuda.dictionary.suggest.TagIndexBuilder;
import dev.fuda.local.Service;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * What a person waits for at each key: the top 20 through gateway and service, beside an empty JSON answer of the same
 * service through the same gateway, turn by turn on one connection; and the search alone, in process.
 */
public final class AutocompleteBench implements Bench {

    private static final int IN_PROCESS = 200_000;
    private static final double ALLOWED = 1.3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "autocomplete";
    }

    @Override
    public String question() {
        return "top 20 tags for what is typed, through the gateway against an empty JSON answer, and in process";
    }

    @Override
    public void run() throws Exception {
        PrintStream out = System.out;
        Path root = House.root();
        TagList list = TagList.load(root);
        out.println("  list: " + list.describe());
        List<String> typed = typed(list.rows(), new Random(1));
        inProcess(list, typed, out);
        try (House house = new House(root)) {
            house.start(Service.DICTIONARY, Map.of("FUDA_DICTIONARY_STARTER", "false"));
            house.start(Service.GATEWAY, Map.of());
            Uploads.importFile(http, house.address(Service.GATEWAY, "/api/tag-dictionary/import"), list.file());
            List<Typed> each =
                    typed.stream().map(text -> new Typed(text, null, text)).toList();
            GatewayRace race = new GatewayRace(http, house, out);
            race.run(each, "prefix", OptionalDouble.of(ALLOWED), () -> {});
            race.run(each, "all", OptionalDouble.empty(), () -> {});
        }
    }

    /** What people type: the first one to eight characters of tags, popular ones far more often. */
    private static List<String> typed(List<ImportRow> rows, Random random) {
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String name = rows.get((int) (rows.size() * Math.pow(random.nextDouble(), 3)))
                    .name();
            int end =
                    name.offsetByCodePoints(0, 1 + random.nextInt(Math.min(8, name.codePointCount(0, name.length()))));
            typed.add(name.substring(0, end).replace('_', ' '));
        }
        return typed;
    }

    private static void inProcess(TagList list, List<String> typed, PrintStream out) {
        TagIndexBuilder builder = new TagIndexBuilder();
        long id = 1;
        for (ImportRow row : list.rows()) {
            builder.add(new TagEntry(id++, row.name(), row.category(), row.count(), null, false, row.aliases()));
        }
        long started = System.nanoTime();
        TagIndex built = builder.build();
        double buildMillis = (System.nanoTime() - started) / 1e6;
        LiveIndex index = new LiveIndex();
        index.install(built);
        long found = 0;
        Samples samples = new Samples();
        long measured = 0;
        for (int round = 0; round < 3; round++) {
            samples = new Samples();
            measured = System.nanoTime();
            for (int i = 0; i < IN_PROCESS; i++) {
                long before = System.nanoTime();
                found += index.search(typed.get(i % typed.size()), null, 20).size();
                samples.add(System.nanoTime() - before);
            }
            measured = System.nanoTime() - measured;
        }
        out.printf(
                "  in process: %,.0f searches/s on one core, %s (%.1f tags found on average)%n",
                IN_PROCESS / (measured / 1e9), samples.inMicros(), found / 3.0 / IN_PROCESS);
        out.printf("  index: %.1f bytes/tag, built in %.0f ms%n", built.bytes() / (double) built.size(), buildMillis);
    }
}
