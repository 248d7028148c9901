package dev.fuda.dictionary.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.fuda.dictionary.file.TagDetails.Translated;
import dev.fuda.dictionary.name.TagName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One tag of a JSON list, {@code {"tag": …, "category": …, …}}, with the fields that an export writes; others are passed
 * over. It is read to its end whatever is wrong with it, so that the next one can be read.
 */
final class TagObject {

    private static final int MOST_TRANSLATIONS = 100;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_SOURCE = 100;
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");

    private final JsonParser json;
    private final List<String> aliases = new ArrayList<>();
    private final List<Translated> translations = new ArrayList<>();
    private String tag = "";
    private String category = "";
    private String count = "";
    private String displayName = "";
    private String description = "";
    private String wikiUrl = "";
    private String source = "";
    private String sourceName = "";
    private String replacement = "";
    private Boolean official;
    private Boolean deprecated;
    private String fault;

    private TagObject(JsonParser json) {
        this.json = json;
    }

    /** Reads the object that starts here. */
    static TagObject read(JsonParser json) throws IOException {
        TagObject object = new TagObject(json);
        object.fields();
        return object;
    }

    /** The name as it is written there. */
    String tag() {
        return tag;
    }

    /** @throws IllegalArgumentException whose message says, for a person, what is wrong first */
    ImportRow row(long line, RowBuilder rows) {
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        return rows.row(line, new RowBuilder.Texts(tag, category, count, displayName, description), aliases, details());
    }

    private void fields() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "tag" -> tag = text(field);
                case "category" -> category = textOrNumber(field);
                case "count" -> count = textOrNumber(field);
                case "display_name" -> displayName = text(field);
                case "description" -> description = text(field);
                case "wiki_url" -> wikiUrl = text(field);
                case "source" -> source = text(field);
                case "source_name" -> sourceName = text(field);
                case "replacement" -> replacement = text(field);
                case "is_official" -> official = flag(field);
                case "is_deprecated" -> deprecated = flag(field);
                case "aliases" -> list(field, this::alias);
                case "translations" -> list(field, this::translation);
                default -> json.skipChildren();
            }
        }
    }

    private TagDetails details() {
        String wiki = orNull(wikiUrl);
        if (wiki != null
                && (wiki.length() > LONGEST_URL || !ADDRESS.matcher(wiki).matches())) {
            throw new IllegalArgumentException("the wiki_url is no address of at most " + LONGEST_URL
                    + " characters that starts with http:// or https://");
        }
        String origin = orNull(source);
        if (origin != null && !TagDetails.SOURCES.contains(origin)) {
            throw new IllegalArgumentException("the source is not one of " + String.join(", ", TagDetails.SOURCES));
        }
        boolean isDeprecated = Boolean.TRUE.equals(deprecated);
        String instead = replacement.isBlank() ? null : TagName.of(replacement);
        if (instead != null && (!isDeprecated || instead.equals(TagName.of(tag)))) {
            throw new IllegalArgumentException("only a deprecated tag has a replacement, and that is another tag");
        }
        String written = sourceName.isBlank() ? null : TagName.of(sourceName);
        return new TagDetails(wiki, origin, official, written, isDeprecated, instead, List.copyOf(translations));
    }

    private void alias() throws IOException {
        aliases.add(text("an alias"));
        if (aliases.size() > RowBuilder.MOST_ALIASES) {
            fault("it has more than " + RowBuilder.MOST_ALIASES + " aliases");
        }
    }

    private void translation() throws IOException {
        String language = "";
        String translation = "";
        String from = "";
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            fault("a translation is no object");
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "language" -> language = text(field).strip().toLowerCase(Locale.ROOT);
                case "translation" -> translation = text(field).strip();
                case "source" -> from = text(field).strip();
                default -> json.skipChildren();
            }
        }
        if (language.length() > 35 || !LANGUAGE.matcher(language).matches()) {
            fault("the language of a translation must be like 'ja' or 'zh-tw'");
        }
        if (translation.isEmpty()
                || translation.codePointCount(0, translation.length()) > TranslationFile.LONGEST
                || from.codePointCount(0, from.length()) > LONGEST_SOURCE) {
            fault("a translation has 1 to " + TranslationFile.LONGEST + " characters, and its source at most "
                    + LONGEST_SOURCE);
        }
        translations.add(new Translated(language, translation, from.isEmpty() ? "user" : from));
        if (translations.size() > MOST_TRANSLATIONS) {
            fault("it has more than " + MOST_TRANSLATIONS + " translations");
        }
    }

    /** Reads one element. */
    private interface Element {
        void read() throws IOException;
    }

    private void list(String field, Element element) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                fault("the field " + field + " is no list");
            }
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (fault == null) {
                element.read();
            } else {
                json.skipChildren();
            }
        }
    }

    private String textOrNumber(String field) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getText() : text(field);
    }

    /** The text, empty for null. */
    private String text(String field) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            String text = json.getText();
            if (!isStorable(text)) {
                fault(field + " holds a NUL or half of a character");
            }
            return text;
        }
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            fault(field + " is no text");
        }
        json.skipChildren();
        return "";
    }

    private Boolean flag(String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> {
                fault(field + " is neither true nor false");
                json.skipChildren();
                yield null;
            }
        };
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String orNull(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private void fault(String what) {
        fault = fault == null ? what : fault;
    }
}
