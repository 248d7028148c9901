package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RowSink;
import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.name.Category;
import java.util.Arrays;

/** The first byte chooses the name and the category of the file, the others are its content. */
public final class TagFileFuzz implements RowSink {

    private static final String[] NAMES = {"tags.csv", "Artist.json", "e621.txt", "General"};

    private long lastLine;

    private TagFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            Category category = (input[0] & 4) == 0 ? null : Category.GENERAL;
            byte[] content = Arrays.copyOfRange(input, 1, input.length);
            FuzzedFile.read(
                    content, file -> new TagFile(file, NAMES[input[0] & 3], category, null).read(new TagFileFuzz()));
        }
    }

    @Override
    public void row(ImportRow row) {
        FuzzedFile.checkName(row.name());
        row.aliases().forEach(FuzzedFile::checkName);
        Claim.holds(!row.aliases().contains(row.name()), "No tag is an alias of itself");
        Claim.holds(row.aliases().stream().distinct().count() == row.aliases().size(), "No alias comes twice");
        Claim.holds(row.count() >= 0 && row.category() != null, "A row has a count and a category");
        if (row.details() != null) {
            checkDetails(row);
        }
        inOrder(row.line());
    }

    private static void checkDetails(ImportRow row) {
        String replacement = row.details().replacement();
        if (replacement != null) {
            FuzzedFile.checkName(replacement);
            Claim.holds(
                    row.details().deprecated() && !replacement.equals(row.name()),
                    "Only a deprecated tag is replaced, by another");
        }
        row.details()
                .translations()
                .forEach(translated -> Claim.holds(
                        !translated.translation().isBlank()
                                && translated.translation().indexOf('\0') < 0
                                && !translated.source().isBlank(),
                        "A translation is a text of somebody"));
    }

    @Override
    public void reject(Rejection rejection) {
        FuzzedFile.check(rejection);
        inOrder(rejection.line());
    }

    private void inOrder(long line) {
        Claim.holds(line >= lastLine, "Rows come in the order of the file");
        lastLine = line;
    }
}
