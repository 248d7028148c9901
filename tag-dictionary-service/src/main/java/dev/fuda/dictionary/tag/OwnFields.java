package dev.fuda.dictionary.tag;

import dev.fuda.dictionary.tag.TagInput.Checked;
import dev.fuda.kernel.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Which fields of a tag are a person's, by their names in JSON, so that no list changes them. No list of a site has a web
 * address or deprecates, one of whole tags brings what a person set elsewhere, and none changes a name: of these the
 * field itself tells that a person set it, and nothing is kept besides.
 */
final class OwnFields {

    /** The tag itself is a person's, or its name is. */
    static final String TAG = "tag";

    private static final String CATEGORY = "category";
    private static final String COUNT = "count";
    private static final String DISPLAY_NAME = "display_name";
    private static final String DESCRIPTION = "description";
    private static final String WIKI_URL = "wiki_url";
    private static final String IS_DEPRECATED = "is_deprecated";
    private static final List<String> ALL =
            List.of(CATEGORY, COUNT, DISPLAY_NAME, DESCRIPTION, WIKI_URL, IS_DEPRECATED);

    private OwnFields() {}

    static List<String> of(Row tag) {
        String[] kept = tag.getArrayOfStrings("own_fields");
        List<String> fields = new ArrayList<>(kept == null ? List.of() : List.of(kept));
        String source = tag.getString("source_name");
        addIf(source != null && !source.equals(tag.getString("name")) && !fields.contains(TAG), TAG, fields);
        addIf(tag.getString(WIKI_URL) != null, WIKI_URL, fields);
        addIf(tag.getBoolean(IS_DEPRECATED), IS_DEPRECATED, fields);
        return List.copyOf(fields);
    }

    /** Those to keep of a tag that a person makes; that nobody counted it yet is nothing to keep. */
    static List<String> ofNew(Checked tag) {
        List<String> fields = new ArrayList<>(List.of(TAG, CATEGORY));
        addIf(tag.count() != null && tag.count() > 0, COUNT, fields);
        addIf(isSet(tag.displayName()), DISPLAY_NAME, fields);
        addIf(isSet(tag.description()), DESCRIPTION, fields);
        return fields;
    }

    /** Those to keep that the change makes a person's: what is sent as it was is nobody's wish. */
    static List<String> changed(TagView before, Checked change) {
        List<String> fields = new ArrayList<>();
        addIf(change.category() != null && change.category() != before.category(), CATEGORY, fields);
        addIf(change.count() != null && change.count() != before.count(), COUNT, fields);
        addIf(differs(change.displayName(), before.displayName()), DISPLAY_NAME, fields);
        addIf(differs(change.description(), before.description()), DESCRIPTION, fields);
        return fields;
    }

    /**
     * Those of the wanted ones that the tag has. A tag of the person's own keeps what no list can say, unless it is
     * asked for.
     *
     * @param wanted null for all
     */
    static Collection<String> givenBack(TagView tag, Collection<String> wanted) {
        boolean isOwn = tag.ownFields().contains(TAG);
        return tag.ownFields().stream()
                .filter(field -> !field.equals(TAG))
                .filter(field -> wanted == null
                        ? !isOwn || !List.of(WIKI_URL, IS_DEPRECATED).contains(field)
                        : wanted.contains(field))
                .toList();
    }

    /**
     * Null for all.
     *
     * @throws Problem 400 when one is none
     */
    static Collection<String> parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        List<String> fields = List.of(text.strip().split("\\s*,\\s*"));
        if (!ALL.containsAll(fields)) {
            throw Problem.badRequest("bad-fields", "fields can be " + String.join(", ", ALL) + ".")
                    .field("fields", "some of " + String.join(", ", ALL));
        }
        return fields;
    }

    private static boolean isSet(String text) {
        return text != null && !text.isEmpty();
    }

    private static boolean differs(String given, String before) {
        return given != null && !given.equals(Objects.requireNonNullElse(before, ""));
    }

    private static void addIf(boolean condition, String field, List<String> fields) {
        if (condition) {
            fields.add(field);
        }
    }
}
