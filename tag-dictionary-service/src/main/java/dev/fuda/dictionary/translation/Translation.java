package dev.fuda.dictionary.translation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fuda.kernel.problem.Problem;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tag's name in a language.
 *
 * @param language a tag of BCP 47 in lower case
 * @param source who says so: {@code user}, or the name of a list
 */
@Schema(name = "TagTranslation")
public record Translation(
        @Schema(required = true, examples = "ja") String language,
        @Schema(required = true, examples = "長い髪") String translation,
        @Nullable @JsonProperty("source") String source) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
    private static final int LONGEST = 255;
    private static final int LONGEST_SOURCE = 100;

    /** This as it is kept; what is wrong is added to the problem, with {@code prefix} before the names of the fields. */
    Translation checked(String prefix, Problem problem) {
        String text = translation == null ? "" : translation.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            problem.field(prefix + "translation", "1 to " + LONGEST + " characters");
        }
        String of = source == null || source.isBlank() ? "user" : source.strip();
        if (of.length() > LONGEST_SOURCE || of.indexOf('\0') >= 0) {
            problem.field(prefix + "source", "at most " + LONGEST_SOURCE + " characters");
        }
        return new Translation(language(language, prefix + "language", problem), text, of);
    }

    static String language(String text, String field, Problem problem) {
        String language = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (language.length() > 35 || !LANGUAGE.matcher(language).matches()) {
            problem.field(field, "a language such as ja, zh or zh-tw");
        }
        return language;
    }
}
