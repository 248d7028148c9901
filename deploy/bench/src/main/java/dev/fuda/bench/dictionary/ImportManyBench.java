package dev.fuda.bench.dictionary;

import dev.fuda.bench.Bench;

/** {@link ImportBench} with as many tags as all sites together have. */
public final class ImportManyBench implements Bench {

    private final Bench bench = new ImportBench(true);

    @Override
    public String name() {
        return bench.name();
    }

    @Override
    public String question() {
        return bench.question();
    }

    @Override
    public void run() throws Exception {
        bench.run();
    }
}
