package dev.fuda.dataset.caption;

/**
 * How a caption file writes its tags.
 *
 * @param separator what stands between two tags, for example {@code ", "} or a line end
 * @param underscores whether words are joined with underscores rather than spaces
 * @param escapes whether parentheses are written {@code \(} and {@code \)}
 */
public record TagStyle(String separator, boolean underscores, boolean escapes) {

    /** What a new file looks like: {@code long hair, smile}. */
    public static final TagStyle DEFAULT = new TagStyle(", ", false, false);

    /**
     * A canonical name as this style writes it. Faces keep their underscores, and so does every name that could not be
     * read back otherwise, such as one with two underscores in a row.
     */
    public String write(String name) {
        if (Emoticons.contains(name)) {
            return name;
        }
        String spaced = underscores ? name : name.replace('_', ' ');
        String styled = escapes ? escape(spaced) : spaced;
        if (TagName.canonical(styled).equals(name)) {
            return styled;
        }
        String escaped = escapes ? escape(name) : name;
        return TagName.canonical(escaped).equals(name) ? escaped : escape(name);
    }

    private static String escape(String text) {
        return text.replace("(", "\\(").replace(")", "\\)");
    }
}
