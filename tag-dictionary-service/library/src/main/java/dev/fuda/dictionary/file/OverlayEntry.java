package dev.fuda.dictionary.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.fuda.dictionary.file.OverlayTag.Translated;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.name.TagName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads one tag of an overlay to its end, whatever is wrong with it, and remembers what was wrong first. */
final class OverlayEntry {

    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_SOURCE = 100;
    private static final int MOST = 2_000;
    private static final int LAST_POSITION = 10_000;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

    private final JsonParser json;
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> aliases = new LinkedHashSet<>();
    private final List<Translated> translations = new ArrayList<>();
    private String fault;
    private String tag = "";
    private boolean own;
    private Category category;
    private int count;
    private String displayName;
    private String description;
    private String wikiUrl;
    private boolean deprecated;
    private String replacement;

    /** @param json at the start of the object */
    OverlayEntry(JsonParser json) {
        this.json = json;
    }

    /** As it stands in the file. */
    String name() {
        return tag;
    }

    void read() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "tag" -> tag = textOrEmpty(field, Lines.LONGEST);
                case "is_own" -> own = flag(field);
                case "category" -> category = category();
                case "count" -> {
                    fields.add(field);
                    count = number(field, Integer.MAX_VALUE);
                }
                case "display_name" -> displayName = ownText(field, TagName.LONGEST);
                case "description" -> description = ownText(field, LONGEST_DESCRIPTION);
                case "wiki_url" -> wikiUrl = address();
                case "is_deprecated" -> deprecated = flag(field);
                case "replacement" -> replacement = name(text(field, Lines.LONGEST));
                case "aliases" -> list(field, this::alias);
                case "translations" -> list(field, this::translation);
                default -> {
                    fault("an entry has no field '" + field.substring(0, Math.min(40, field.length())) + "'");
                    json.skipChildren();
                }
            }
        }
    }

    /** @throws IllegalArgumentException whose message says, for a person, what is wrong first */
    OverlayTag tag() {
        String name = name(tag);
        if (own && category == null) {
            fault("a tag of one's own needs a category");
        }
        if (replacement != null && (!deprecated || replacement.equals(name))) {
            fault("only a deprecated tag has a replacement, and that is another tag");
        }
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        aliases.remove(name);
        return new OverlayTag(
                name,
                own,
                Set.copyOf(fields),
                category,
                count,
                displayName,
                description,
                wikiUrl,
                deprecated,
                replacement,
                List.copyOf(aliases),
                List.copyOf(translations));
    }

    private Category category() throws IOException {
        fields.add("category");
        Category known =
                Category.ofLabel(textOrEmpty("category", Lines.LONGEST)).orElse(null);
        if (known == null) {
            fault("category is not one of " + Category.labels());
        }
        return known;
    }

    private int number(String field, int most) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getText().length() <= 10
                && json.getLongValue() >= 0
                && json.getLongValue() <= most) {
            return json.getIntValue();
        }
        json.skipChildren();
        fault(field + " is not a whole number between 0 and " + most);
        return 0;
    }

    private String ownText(String field, int longest) throws IOException {
        fields.add(field);
        String text = text(field, longest);
        return text == null || text.isEmpty() ? null : text;
    }

    private String address() throws IOException {
        String text = text("wiki_url", LONGEST_URL);
        if (text != null && !ADDRESS.matcher(text).matches()) {
            fault("wiki_url is no address that starts with http:// or https://");
        }
        return text;
    }

    private boolean flag(String field) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_TRUE && json.currentToken() != JsonToken.VALUE_FALSE) {
            fault(field + " is neither true nor false");
            json.skipChildren();
            return false;
        }
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** Reads one element. */
    private interface Element {
        void read() throws IOException;
    }

    private void list(String field, Element element) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            fault(field + " is no list");
            json.skipChildren();
            return;
        }
        int n = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (++n > MOST) {
                fault(field + " has more than " + MOST + " elements");
                json.skipChildren();
            } else {
                element.read();
            }
        }
    }

    private void alias() throws IOException {
        String alias = name(textOrEmpty("aliases", Lines.LONGEST));
        if (alias != null) {
            aliases.add(alias);
        }
    }

    private void translation() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            fault("a translation is no object");
            json.skipChildren();
            return;
        }
        String language = "";
        String translation = "";
        String source = "";
        int position = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "language" -> language = textOrEmpty(field, 35).toLowerCase(Locale.ROOT);
                case "translation" -> translation = textOrEmpty(field, TranslationFile.LONGEST);
                case "source" -> source = textOrEmpty(field, LONGEST_SOURCE);
                case "position" -> position = number(field, LAST_POSITION);
                default -> {
                    fault("a translation has only language, translation, source and position");
                    json.skipChildren();
                }
            }
        }
        if (!LANGUAGE.matcher(language).matches() || translation.isEmpty()) {
            fault("a translation needs a language such as ja, and a text");
        }
        translations.add(new Translated(language, translation, source.isEmpty() ? "user" : source, position));
    }

    private String name(String text) {
        try {
            return text == null ? null : TagName.of(text);
        } catch (IllegalArgumentException e) {
            fault(e.getMessage());
            return null;
        }
    }

    private String textOrEmpty(String field, int longest) throws IOException {
        String text = text(field, longest);
        return text == null ? "" : text;
    }

    /** The text without blanks around it, null for null. */
    private String text(String field, int longest) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            fault(field + " is no text");
            json.skipChildren();
            return null;
        }
        String text = json.getText().strip();
        if (text.codePointCount(0, text.length()) > longest) {
            fault(field + " has more than " + longest + " characters");
        } else if (text.indexOf('\0') >= 0) {
            fault(field + " has a NUL");
        } else if (text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
            fault(field + " is not valid Unicode");
        }
        return text;
    }

    private void fault(String what) {
        fault = fault == null ? what : fault;
    }
}
