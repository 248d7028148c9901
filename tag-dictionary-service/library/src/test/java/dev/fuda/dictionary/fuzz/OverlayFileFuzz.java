package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.file.OverlayFile;
import dev.fuda.dictionary.file.OverlayTag;
import dev.fuda.dictionary.file.Rejection;

/** What people said over a base. */
public final class OverlayFileFuzz implements OverlayFile.Sink {

    private OverlayFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedFile.read(input, file -> new OverlayFile(file).read(new OverlayFileFuzz()));
    }

    @Override
    public void tag(long line, OverlayTag tag) {
        FuzzedFile.checkName(tag.name());
        tag.aliases().forEach(FuzzedFile::checkName);
        Claim.holds(!tag.aliases().contains(tag.name()), "No tag is its own alias");
        Claim.holds(!tag.own() || tag.category() != null, "A tag of one's own has a category");
        Claim.holds(tag.count() >= 0, "Counts are not negative");
        Claim.holds(
                tag.translations().stream().noneMatch(each -> each.translation().isEmpty()), "No translation is empty");
    }

    @Override
    public void implication(long line, String antecedent, String consequent) {
        FuzzedFile.checkName(antecedent);
        FuzzedFile.checkName(consequent);
        Claim.holds(!antecedent.equals(consequent), "No tag implies itself");
    }

    @Override
    public void reject(Rejection rejection) {
        FuzzedFile.check(rejection);
    }
}
