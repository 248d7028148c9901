package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.Vocabulary;
import dev.fuda.dictionary.name.Category;
import dev.fuda.kernel.problem.Problem;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The format whose list is imported; ids and types are those of {@code tag_format} and {@code tag_type_mapping}. */
enum Site {
    /** The dictionary's own site: a tag's category and count are what Danbooru says of it. */
    DANBOORU(
            1,
            Map.of(
                    Category.GENERAL, 0,
                    Category.ARTIST, 1,
                    Category.COPYRIGHT, 3,
                    Category.CHARACTER, 4,
                    Category.META, 5)),
    E621(
            2,
            Map.of(
                    Category.GENERAL, 0,
                    Category.ARTIST, 1,
                    Category.COPYRIGHT, 3,
                    Category.CHARACTER, 4,
                    Category.SPECIES, 5,
                    Category.INVALID, 6,
                    Category.META, 7,
                    Category.LORE, 8));

    final int id;
    private final Map<Category, Integer> types;

    Site(int id, Map<Category, Integer> types) {
        this.id = id;
        this.types = new EnumMap<>(types);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether tags of this category have a type there. */
    boolean hasTypeFor(Category category) {
        return types.containsKey(category);
    }

    /** Rows {@code (category, type)} for a statement. */
    String typeValues() {
        return types.entrySet().stream()
                .map(type -> "(" + type.getKey().code() + ", " + type.getValue() + ")")
                .sorted()
                .collect(Collectors.joining(", ", "values ", ""));
    }

    /** Whoever numbers categories as a site does has its list. */
    static Site of(Vocabulary numbers) {
        return numbers == Vocabulary.E621 ? E621 : DANBOORU;
    }

    /** How the site numbers categories. */
    Vocabulary numbers() {
        return this == E621 ? Vocabulary.E621 : Vocabulary.DANBOORU;
    }

    /** @throws Problem (400) if lists of this format can't be imported */
    static Site parse(String text) {
        for (Site each : values()) {
            if (each.name().equalsIgnoreCase(text.strip())) {
                return each;
            }
        }
        throw Problem.badRequest("bad-format-name", "format must be danbooru or e621, not '" + text + "'.")
                .field("format", "danbooru or e621");
    }
}
