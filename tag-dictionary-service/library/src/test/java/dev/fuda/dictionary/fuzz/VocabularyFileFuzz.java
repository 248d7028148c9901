package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.VocabularyFile;

/** Lists of the names that a model knows, in all their forms. */
public final class VocabularyFileFuzz implements VocabularyFile.Sink {

    private VocabularyFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedFile.read(input, file -> new VocabularyFile(file).read(new VocabularyFileFuzz()));
    }

    @Override
    public void name(String name, Long count) {
        Claim.holds(name != null, "A name is told");
    }

    @Override
    public void reject(Rejection rejection) {
        FuzzedFile.check(rejection);
    }
}
