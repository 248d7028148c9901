package dev.fuda.dictionary.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose vocabulary it is. */
@Schema(name = "VocabularyKind")
public enum VocabularyKind {
    @JsonProperty("danbooru")
    DANBOORU(1),
    @JsonProperty("e621")
    E621(2),
    /** The label file of a WD tagger. */
    @JsonProperty("wd")
    WD(1),
    /** The tag mapping of cl_tagger. */
    @JsonProperty("cl_tagger")
    CL_TAGGER(1),
    @JsonProperty("custom")
    CUSTOM(0);

    /** The site whose way of tagging it follows, see {@code tag_format}. */
    final int format;

    VocabularyKind(int format) {
        this.format = format;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
