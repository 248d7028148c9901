package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.TranslationFile;
import java.util.Arrays;
import java.util.List;

/** The first byte chooses the language, the others are the file. */
public final class TranslationFileFuzz implements TranslationFile.Sink {

    private TranslationFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            String language = (input[0] & 1) == 0 ? "ja" : "de";
            FuzzedFile.read(
                    Arrays.copyOfRange(input, 1, input.length),
                    file -> new TranslationFile(file, language).read(new TranslationFileFuzz()));
        }
    }

    @Override
    public void translated(long line, String tag, List<String> translations) {
        FuzzedFile.checkName(tag);
        Claim.holds(!translations.isEmpty(), "There is a translation");
        Claim.holds(translations.stream().distinct().count() == translations.size(), "No translation comes twice");
        for (String each : translations) {
            Claim.holds(
                    !each.isBlank() && each.length() <= TranslationFile.LONGEST && each.indexOf('\0') < 0,
                    "A translation can be stored");
        }
    }

    @Override
    public void reject(Rejection rejection) {
        FuzzedFile.check(rejection);
    }
}
