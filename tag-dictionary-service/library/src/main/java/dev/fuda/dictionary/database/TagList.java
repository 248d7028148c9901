package dev.fuda.dictionary.database;

import dev.fuda.dictionary.clean.TagCleaner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list of tags as people write them, to be converted as the newest {@code convert_tags} of genai-tag-db-tools does:
 * cleaned first, and a tag of several words that the format does not know word by word. {@code convert_prompt} does
 * neither.
 */
public final class TagList {

    private static final String BLANK = " ";

    private final String text;
    private final List<String> tags = new ArrayList<>();

    public TagList(String text) {
        this.text = text;
        for (String piece : TagCleaner.cleanFormat(text).split(",")) {
            for (String tag : TagCleaner.cleanTags(piece).split(",")) {
                if (!tag.isBlank()) {
                    tags.add(tag.strip());
                }
            }
        }
    }

    /** What has to be looked up: all tags, and the words of those that have several. */
    public Stream<String> lookups() {
        return tags.stream().flatMap(tag -> Stream.concat(Stream.of(tag), words(tag)));
    }

    /**
     * The list as the format writes it; a list without tags stays as it is.
     *
     * @param known what the format writes for a tag or word, null for what it does not know
     * @param excludedTypes tags of these types are left out
     */
    public String convert(Function<String, Written> known, String separator, Set<String> excludedTypes) {
        if (tags.isEmpty()) {
            return text;
        }
        List<String> converted = new ArrayList<>();
        for (String tag : tags) {
            boolean isWhole = known.apply(tag) != null || !tag.contains(BLANK);
            (isWhole ? Stream.of(tag) : words(tag)).forEach(word -> {
                Written written = known.apply(word);
                if (written == null) {
                    converted.add(word);
                } else if (written.type() == null || !excludedTypes.contains(written.type())) {
                    converted.add(TagCleaner.cleanFormat(written.tag()));
                }
            });
        }
        return String.join(separator, converted);
    }

    private static Stream<String> words(String tag) {
        return Arrays.stream(tag.split(BLANK)).filter(word -> !word.isEmpty());
    }
}
