package dev.fuda.bench;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** {@code ./fuda bench [NAME…]}: without a name, lists what can be measured. */
public final class Main {

    private Main() {}

    static void main(String[] names) throws Exception {
        List<Bench> benches = ServiceLoader.load(Bench.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Bench::name))
                .toList();
        if (names.length == 0) {
            System.out.println("What can be measured:");
            benches.forEach(bench -> System.out.printf("  ./fuda bench %-14s %s%n", bench.name(), bench.question()));
            return;
        }
        for (String name : names) {
            Bench bench = benches.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (bench == null) {
                System.err.printf(
                        "fuda: there is no benchmark '%s'. There are: %s%n",
                        name,
                        String.join(", ", benches.stream().map(Bench::name).toList()));
                System.exit(2);
            }
            System.out.printf("%s: %s%n", bench.name(), bench.question());
            bench.run();
        }
        // Clients of the servers that were measured leave threads behind.
        System.exit(0);
    }
}
