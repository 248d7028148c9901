package dev.fuda.dictionary.name;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What kind of thing a tag names. The code is what the database and the index store; it never changes once given out.
 * Codes 0, 1, 3, 4 and 5 are Danbooru's numbers.
 */
@Schema(name = "TagCategory")
public enum Category {
    @JsonProperty("general")
    GENERAL(0),
    @JsonProperty("artist")
    ARTIST(1),
    @JsonProperty("copyright")
    COPYRIGHT(3),
    @JsonProperty("character")
    CHARACTER(4),
    @JsonProperty("meta")
    META(5),
    @JsonProperty("model")
    MODEL(6),
    @JsonProperty("quality")
    QUALITY(7),
    @JsonProperty("rating")
    RATING(8),
    @JsonProperty("species")
    SPECIES(9),
    @JsonProperty("invalid")
    INVALID(10),
    @JsonProperty("lore")
    LORE(11);

    /** One above the highest code, for arrays indexed by code. */
    public static final int CODES = 12;

    private static final Category[] BY_CODE = new Category[CODES];

    static {
        for (Category category : values()) {
            BY_CODE[category.code] = category;
        }
    }

    private final int code;
    private final String label;

    Category(int code) {
        this.code = code;
        this.label = name().toLowerCase(Locale.ROOT);
    }

    public int code() {
        return code;
    }

    /** The name in JSON, in query parameters and in files: {@code general}, {@code artist}, … */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException if no category has this code */
    public static Category ofCode(int code) {
        if (code < 0 || code >= CODES || BY_CODE[code] == null) {
            throw new IllegalArgumentException("There is no tag category with code " + code);
        }
        return BY_CODE[code];
    }

    /** The category with this label in any case, or empty. */
    public static Optional<Category> ofLabel(String label) {
        for (Category category : values()) {
            if (category.label.equalsIgnoreCase(label)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    /** All labels, for messages: {@code general, artist, …}. */
    public static String labels() {
        StringBuilder all = new StringBuilder();
        for (Category category : values()) {
            all.append(all.isEmpty() ? "" : ", ").append(category.label);
        }
        return all.toString();
    }
}
