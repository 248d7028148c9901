package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RelationFile;

/** Lists of aliases and implications. */
public final class RelationFileFuzz implements RelationFile.Sink {

    private RelationFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedFile.read(input, file -> new RelationFile(file).read(new RelationFileFuzz()));
    }

    @Override
    public void related(long line, String from, String to, RelationFile.Status status) {
        FuzzedFile.checkName(from);
        FuzzedFile.checkName(to);
        Claim.holds(!from.equals(to) && status != null, "A relation has two ends and a status");
    }

    @Override
    public void reject(Rejection rejection) {
        FuzzedFile.check(rejection);
    }
}
