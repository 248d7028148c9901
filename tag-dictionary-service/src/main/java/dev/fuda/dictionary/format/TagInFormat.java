package dev.fuda.dictionary.format;

import dev.fuda.dictionary.name.TagName;
import dev.fuda.kernel.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a format says of a tag.
 *
 * @param typeName one of the format's types
 * @param count how many images have it there, 0 or more
 * @param alias whether the format prefers another tag; told, not asked
 * @param preferred the tag that the format prefers; the tag itself when left out
 */
@Schema(name = "TagInFormat")
public record TagInFormat(
        @Schema(required = true, examples = "e621") String formatName,
        @Schema(required = true, examples = "species") String typeName,
        long count,
        @Nullable Boolean alias,
        @Nullable String preferred,
        @Nullable Boolean deprecated) {

    private static final int LONGEST = 100;

    static TagInFormat of(Row row) {
        return new TagInFormat(
                row.getString("format"),
                row.getString("type"),
                row.getLong("count"),
                row.getBoolean("is_alias"),
                row.getString("preferred"),
                row.getBoolean("is_deprecated"));
    }

    /** This as it is kept; what is wrong is added to the problem, under {@code field}. */
    TagInFormat checked(String field, Problem problem) {
        if (count < 0) {
            problem.field(field + ".count", "0 or more");
        }
        String tag = null;
        if (preferred != null && !preferred.isBlank()) {
            try {
                tag = TagName.of(preferred);
            } catch (IllegalArgumentException e) {
                problem.field(field + ".preferred", e.getMessage());
            }
        }
        return new TagInFormat(
                name(formatName, field + ".format_name", problem),
                name(typeName, field + ".type_name", problem),
                count,
                null,
                tag,
                Boolean.TRUE.equals(deprecated));
    }

    private static String name(String text, String field, Problem problem) {
        String name = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
            problem.field(field, "1 to " + LONGEST + " characters");
        }
        return name;
    }
}
