package dev.fuda.bench.dictionary;

import dev.fuda.bench.House;
import dev.fuda.bench.Samples;
import dev.fuda.local.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The top 20 through gateway and service, turn by turn with an empty JSON answer of the same service through the same gateway. */
final class GatewayRace {

    private static final int WARM_UP = 4_000;
    private static final int PAIRS = 4_000;
    private static final int ROUNDS = 5;

    private final HttpClient http;
    private final House house;
    private final PrintStream out;

    GatewayRace(HttpClient http, House house, PrintStream out) {
        this.http = http;
        this.house = house;
        this.out = out;
    }

    /** What else is measured after each round. */
    interface AlsoMeasured {
        void run() throws Exception;
    }

    /**
     * Prints both sides and their ratio.
     *
     * @param means as the endpoint knows them: {@code prefix}, {@code all}, …
     * @param allowed the p95 of the search against that of the empty answer; empty where nothing is demanded
     * @return how long the searches took
     */
    Samples run(List<Typed> typed, String means, OptionalDouble allowed, AlsoMeasured between) throws Exception {
        URI ping = house.address(Service.GATEWAY, "/api/tag-dictionary/ping");
        List<URI> searches = typed.stream().map(each -> address(each, means)).toList();
        for (int i = 0; i < WARM_UP; i++) {
            timed(ping);
            timed(searches.get(i % searches.size()));
        }
        Samples pings = new Samples();
        Samples found = new Samples();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Samples roundPings = new Samples();
            Samples roundFound = new Samples();
            for (int i = 0; i < PAIRS; i++) {
                URI search = searches.get((round * PAIRS + i) % searches.size());
                boolean pingFirst = (i & 1) == 0;
                if (pingFirst) {
                    add(timed(ping), pings, roundPings);
                }
                add(timed(search), found, roundFound);
                if (!pingFirst) {
                    add(timed(ping), pings, roundPings);
                }
            }
            ratios.add(roundFound.percentile(0.95) / (double) roundPings.percentile(0.95));
            between.run();
        }
        double ratio = found.percentile(0.95) / (double) pings.percentile(0.95);
        out.println("  through the gateway, means=" + means + ", " + found.size() + " of each, turn by turn:");
        out.println("    empty JSON  " + pings.inMillis());
        out.println("    top 20      " + found.inMillis());
        ratios.sort(null);
        out.printf(
                "    p95 ratio   %.2f (rounds %.2f to %.2f)%s%n",
                ratio,
                ratios.getFirst(),
                ratios.getLast(),
                allowed.isEmpty()
                        ? ""
                        : ", wanted at most %.2f: %s"
                                .formatted(allowed.getAsDouble(), ratio <= allowed.getAsDouble() ? "met" : "NOT met"));
        return found;
    }

    private URI address(Typed typed, String means) {
        String query = "/api/tag-dictionary/search?means=" + means + "&query="
                + URLEncoder.encode(typed.text(), StandardCharsets.UTF_8);
        return house.address(
                Service.GATEWAY,
                typed.category() == null
                        ? query
                        : query + "&category=" + typed.category().label());
    }

    private static void add(long nanos, Samples all, Samples round) {
        all.add(nanos);
        round.add(nanos);
    }

    private long timed(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        long before = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        long nanos = System.nanoTime() - before;
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return nanos;
    }
}
