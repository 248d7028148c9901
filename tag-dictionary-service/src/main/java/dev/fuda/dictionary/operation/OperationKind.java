package dev.fuda.dictionary.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person can do to the dictionary that reaches into datasets. */
@Schema(name = "DictionaryOperationKind")
public enum OperationKind {
    /** A name becomes another name of a tag. Where it is a tag itself, that becomes deprecated. */
    @JsonProperty("alias")
    ALIAS,
    /** A tag gets another name; the old one becomes its alias. */
    @JsonProperty("rename")
    RENAME,
    /** A tag goes into another one, with its aliases, translations, implications and vocabularies. */
    @JsonProperty("merge")
    MERGE,
    /** A tag is not to be used any more, with what to write instead or without. */
    @JsonProperty("deprecate")
    DEPRECATE,
    /** Whatever has a tag also has another one. */
    @JsonProperty("implication")
    IMPLICATION,
    /** It does not any more; items keep what they have. */
    @JsonProperty("unimply")
    UNIMPLY,
    /** A tag leaves the dictionary. */
    @JsonProperty("delete")
    DELETE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OperationKind ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
