package dev.fuda.dictionary.database;

import dev.fuda.dictionary.name.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A site that tags in its own way; ids are fixed, those of the databases that genai-tag-db-tools reads. */
public enum TagFormat {
    UNKNOWN(0, "unknown", List.of("unknown")),
    DANBOORU(1, "danbooru", Types.OF_DANBOORU),
    E621(2, "e621", List.of("general", "artist", "copyright", "character", "species", "invalid", "meta", "lore")),
    DERPIBOORU(
            3,
            "derpibooru",
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
    SAFEBOORU(4, "safebooru.donmai.us", Types.OF_DANBOORU),
    ALLTHEFALLEN(5, "allthefallen", Types.OF_DANBOORU),
    SANKAKU(6, "sankaku", Types.ALL),
    GELBOORU(7, "gelbooru", Types.OF_DANBOORU),
    RULE34(8, "rule34", Types.OF_DANBOORU),
    XBOORU(9, "xbooru", Types.OF_DANBOORU),
    HYPNOHUB(10, "hypnohub", Types.OF_DANBOORU),
    KONACHAN_COM(11, "konachan.com", Types.OF_DANBOORU),
    KONACHAN_NET(12, "konachan.net", Types.OF_DANBOORU),
    LOLIBOORU(13, "lolibooru", List.of("general", "artist", "copyright", "character")),
    ANIME_PICTURES(14, "anime-pictures", Types.OF_DANBOORU),
    WALLHAVEN(15, "wallhaven", Types.ALL),
    YANDE_RE(16, "yande.re", Types.OF_DANBOORU),
    ZEROCHAN(17, "zerochan", Types.ALL),
    PIXIV(18, "pixiv", Types.ALL);

    /** Types that several formats have; apart, since an enum's own fields come after its constants. */
    private static final class Types {
        static final List<String> OF_DANBOORU = List.of("general", "artist", "copyright", "character", "meta");
        static final List<String> ALL = List.of(
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
    }

    /** The kinds of tag that all sites together know, in the order of their ids. */
    public static final List<String> ALL_TYPES = Types.ALL;

    private final int id;
    private final String label;
    private final List<String> types;

    TagFormat(int id, String label, List<String> types) {
        this.id = id;
        this.label = label;
        this.types = types;
    }

    public int id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** The types of its tags, in the order of {@link #ALL_TYPES}. */
    public List<String> types() {
        return ALL_TYPES.stream().filter(types::contains).toList();
    }

    /** Whether tags of this category are among its own. */
    boolean has(Category category) {
        return types.contains(category.label());
    }

    boolean isNamed(String name) {
        return label.equals(name.strip().toLowerCase(Locale.ROOT));
    }

    static Optional<TagFormat> ofId(int id) {
        return Arrays.stream(values()).filter(format -> format.id == id).findFirst();
    }

    /** @throws IllegalArgumentException if there is no such format; the message names those there are */
    public static TagFormat of(String name) {
        for (TagFormat format : values()) {
            if (format.isNamed(name)) {
                return format;
            }
        }
        throw new IllegalArgumentException("There is no format '" + name + "'. Known are: "
                + String.join(
                        ", ", Arrays.stream(values()).map(TagFormat::label).toList()) + ".");
    }
}
