package dev.fuda.dictionary.tag;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a tag of the dictionary came from. */
@Schema(name = "TagSource")
public enum Source {
    @JsonProperty("danbooru")
    DANBOORU,
    @JsonProperty("user_custom")
    USER_CUSTOM,
    @JsonProperty("auto_detected")
    AUTO_DETECTED;

    /** The name in JSON and in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Source ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
