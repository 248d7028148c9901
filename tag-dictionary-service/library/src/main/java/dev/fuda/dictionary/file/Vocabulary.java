package dev.fuda.dictionary.file;

import dev.fuda.dictionary.name.Category;
import java.util.Locale;
import java.util.Optional;

/** Whose numbers the categories of a list are: 5 is {@code meta} on Danbooru and {@code species} on e621. */
public enum Vocabulary {
    DANBOORU,
    E621;

    /** What the name of the file tells: {@code e621_sfw.csv} has e621's numbers. */
    public static Vocabulary ofFileName(String name) {
        return name.toLowerCase(Locale.ROOT).contains("e621") ? E621 : DANBOORU;
    }

    /** The category with this number, or empty. 6, 7 and 8 exist on e621 only and so are understood in both. */
    Optional<Category> number(String digits) {
        return switch (digits) {
            case "0" -> Optional.of(Category.GENERAL);
            case "1" -> Optional.of(Category.ARTIST);
            case "3" -> Optional.of(Category.COPYRIGHT);
            case "4" -> Optional.of(Category.CHARACTER);
            case "5" -> Optional.of(this == DANBOORU ? Category.META : Category.SPECIES);
            case "6" -> Optional.of(Category.INVALID);
            case "7" -> Optional.of(Category.META);
            case "8" -> Optional.of(Category.LORE);
            default -> Optional.empty();
        };
    }
}
