package dev.fuda.dictionary.database;

import dev.fuda.dictionary.name.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A site that tags in its own way; ids are fixed. */
public enum TagFormat {
    UNKNOWN(0, List.of("unknown")),
    DANBOORU(1, List.of("general", "artist", "copyright", "character", "meta")),
    E621(2, List.of("general", "artist", "copyright", "character", "species", "invalid", "meta", "lore")),
    DERPIBOORU(
            3,
            List.of(
                    "general",
                    "species",
                    "meta",
                    "oc",
                    "rating",
                    "body-type",
                    "origin",
                    "error",
                    "spoiler",
                    "content-official",
                    "content-fanmade")),
    PIXIV(4, List.of("unknown"));

    /** The kinds of tag that all sites together know, in the order of their ids. */
    public static final List<String> ALL_TYPES = List.of(
            "unknown",
            "general",
            "artist",
            "copyright",
            "character",
            "species",
            "invalid",
            "meta",
            "lore",
            "oc",
            "rating",
            "body-type",
            "origin",
            "error",
            "spoiler",
            "content-official",
            "content-fanmade");

    private final int id;
    private final List<String> types;

    TagFormat(int id, List<String> types) {
        this.id = id;
        this.types = types;
    }

    public int id() {
        return id;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The types of its tags, in the order of {@link #ALL_TYPES}. */
    public List<String> types() {
        return ALL_TYPES.stream().filter(types::contains).toList();
    }

    /** Whether tags of this category are among its own. */
    boolean has(Category category) {
        return types.contains(category.label());
    }

    /** @throws IllegalArgumentException if there is no such format; the message names those there are */
    public static TagFormat of(String name) {
        for (TagFormat format : values()) {
            if (format.label().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new IllegalArgumentException("There is no format '" + name + "'. Known are: "
                + String.join(
                        ", ", Arrays.stream(values()).map(TagFormat::label).toList()) + ".");
    }
}
