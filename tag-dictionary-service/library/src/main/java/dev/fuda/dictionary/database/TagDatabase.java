package dev.fuda.dictionary.database;

import dev.fuda.dictionary.clean.TagCleaner;
import dev.fuda.dictionary.name.Sinks;
import dev.fuda.dictionary.suggest.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Specification 0's search and conversion of tags in memory, without a server: tags of several sites with their counts,
 * types, aliases and translations, read from tag lists. It answers as {@code /tag-dictionary/search-tags} and {@code
 * /tag-dictionary/convert} do. Immutable.
 */
public final class TagDatabase {

    private final List<Entry> tags;
    private final Map<String, Entry> byName = new HashMap<>();
    /** Names that are no tags, or not in every format, with the tags that they lead to. */
    private final Map<String, Set<Entry>> byAlias;
    /** Translations in lower case, so that a whole keyword is a look-up. */
    private final Map<String, List<Entry>> byTranslation = new HashMap<>();

    TagDatabase(List<Entry> tags, Map<String, Set<Entry>> byAlias) {
        this.tags = List.copyOf(tags);
        this.byAlias = Map.copyOf(byAlias);
        for (Entry tag : this.tags) {
            byName.put(tag.name, tag);
            tag.translations.values().stream()
                    .flatMap(List::stream)
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .distinct()
                    .forEach(text -> byTranslation
                            .computeIfAbsent(text, t -> new ArrayList<>())
                            .add(tag));
        }
    }

    /**
     * A row of an answer, in the columns of specification 0.
     *
     * @param tagId from 1, in the order in which tags were read
     * @param sourceTag as its source writes it: lists are read into the one form of names, so the same
     * @param usageCount in the format asked for, else the highest of Danbooru's lists, else of the first list
     * @param alias whether the format asked for prefers another tag; names that are no tag anywhere have no row
     * @param typeName of the format; empty when none was asked for
     * @param translations by language, the best first
     */
    public record Found(
            long tagId,
            String tag,
            String sourceTag,
            long usageCount,
            boolean alias,
            String typeName,
            Map<String, List<String>> translations) {}

    /** Starts a database. */
    public static TagDatabaseBuilder builder() {
        return new TagDatabaseBuilder();
    }

    /** {@code search_tags}: the rows from {@code offset} on, at most {@code limit}, by id. */
    public List<Found> searchTags(TagQuery query, int limit, int offset) {
        Keyword keyword = new Keyword(query.keyword(), query.partial());
        TagFormat format = format(query);
        Stream<Entry> candidates = keyword.isWhole()
                ? whole(query.keyword())
                : tags.stream().filter(tag -> texts(tag).anyMatch(keyword::matches));
        return candidates
                .filter(tag -> fits(tag, format, query))
                .skip(offset)
                .limit(limit)
                .map(tag -> found(tag, format))
                .toList();
    }

    /**
     * {@code search_tags} of many whole keywords, in which {@code *} is itself: for each the rows by id.
     *
     * @param asked what the tags must be; its own keyword does not matter
     */
    public List<List<Found>> searchTags(List<String> keywords, TagQuery asked) {
        TagFormat format = format(asked);
        return keywords.stream()
                .map(keyword -> whole(keyword)
                        .filter(tag -> fits(tag, format, asked))
                        .map(tag -> found(tag, format))
                        .toList())
                .toList();
    }

    private static TagFormat format(TagQuery query) {
        String name = TagQuery.given(query.formatName());
        return name == null ? null : TagFormat.of(name);
    }

    private Stream<Entry> whole(String keyword) {
        String lower = keyword.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.ofNullable(byName.get(lower)), byTranslation.getOrDefault(lower, List.of()).stream())
                .distinct()
                .sorted(Comparator.comparingLong(tag -> tag.id));
    }

    private static Stream<String> texts(Entry tag) {
        return Stream.concat(
                Stream.of(tag.name), tag.translations.values().stream().flatMap(List::stream));
    }

    private static boolean fits(Entry tag, TagFormat format, TagQuery query) {
        if (format != null && !tag.formats.containsKey(format)
                || query.alias() != null && query.alias() != isAlias(tag, format)) {
            return false;
        }
        String type = TagQuery.given(query.typeName());
        if (type != null
                && tag.formats.entrySet().stream()
                        .filter(entry -> format == null || entry.getKey() == format)
                        .noneMatch(entry -> entry.getValue().category().label().equals(type))) {
            return false;
        }
        String language = TagQuery.given(query.language());
        if (language != null && !tag.translations.containsKey(language)) {
            return false;
        }
        long count = count(tag, format);
        return (query.minUsage() == null || count >= query.minUsage())
                && (query.maxUsage() == null || count <= query.maxUsage());
    }

    private static long count(Entry tag, TagFormat format) {
        return format == null ? tag.count : tag.formats.get(format).count();
    }

    private static boolean isAlias(Entry tag, TagFormat format) {
        return format != null && tag.formats.get(format).preferred() != tag;
    }

    private static Found found(Entry tag, TagFormat format) {
        String type = format == null ? "" : tag.formats.get(format).category().label();
        return new Found(
                tag.id,
                tag.name,
                tag.name,
                count(tag, format),
                isAlias(tag, format),
                type,
                Map.copyOf(tag.translations));
    }

    /** {@code convert_tag}: as the format writes it; what the format does not know stays as it was written. */
    public String convertTag(String tag, String formatName) {
        Written written = written(tag, TagFormat.of(formatName));
        return written == null ? tag : written.tag();
    }

    /** {@code convert_tag} by the id of a format; one that there is not knows no tags. */
    public String convertTag(String tag, int formatId) {
        return TagFormat.ofId(formatId)
                .map(format -> convertTag(tag, format.label()))
                .orElse(tag);
    }

    /** {@code convert_tag} of each. */
    public List<String> convertTags(List<String> written, String formatName) {
        return written.stream().map(tag -> convertTag(tag, formatName)).toList();
    }

    /** As {@link #convertTags(String, String, String, Set)}, with commas between the tags and all types. */
    public String convertTags(String list, String formatName) {
        return convertTags(list, formatName, ", ", Set.of());
    }

    /**
     * {@code convert_tags}: a list of tags separated by commas, cleaned, each as the format writes it in prompts; what
     * the format does not know goes word by word. The format {@code unknown} changes nothing.
     *
     * @param excludedTypes tags of these types are left out
     */
    public String convertTags(String list, String formatName, String separator, Set<String> excludedTypes) {
        TagFormat format = TagFormat.of(formatName);
        return format == TagFormat.UNKNOWN
                ? list
                : new TagList(list).convert(tag -> written(tag, format), separator, excludedTypes);
    }

    /**
     * {@code convert_prompt}: tags separated by commas, each as the format writes it in prompts, with blanks and escaped
     * parentheses. Empty pieces stay, and so does what the format does not know.
     */
    public String convertPrompt(String prompt, String formatName) {
        TagFormat format = TagFormat.of(formatName);
        List<String> pieces = new ArrayList<>();
        for (String piece : prompt.split(",", -1)) {
            Written written = written(piece.strip(), format);
            pieces.add(written == null ? piece.strip() : TagCleaner.cleanFormat(written.tag()));
        }
        return String.join(", ", pieces);
    }

    /** By the likeliest name that the format knows; null if it knows none. */
    private Written written(String text, TagFormat format) {
        return Spelling.names(text).stream()
                .map(name -> preferred(name, format))
                .filter(Objects::nonNull)
                .findFirst()
                .map(tag -> new Written(
                        tag.name,
                        tag.formats.containsKey(format)
                                ? tag.formats.get(format).category().label()
                                : null))
                .orElse(null);
    }

    /** A tag of the format wins over an alias; an alias that leads to several of its tags means none of them. */
    private Entry preferred(String name, TagFormat format) {
        Entry tag = byName.get(name);
        if (tag != null && tag.formats.containsKey(format)) {
            return notSink(tag.formats.get(format).preferred());
        }
        Set<Entry> meant = new HashSet<>();
        for (Entry target : byAlias.getOrDefault(name, Set.of())) {
            Entry.Status status = target.formats.get(format);
            if (status != null) {
                meant.add(status.preferred());
            } else if (format == TagFormat.DANBOORU && target.formats.isEmpty()) {
                meant.add(target);
            }
        }
        meant.removeIf(target -> notSink(target) == null);
        return meant.size() == 1 ? meant.iterator().next() : null;
    }

    private static Entry notSink(Entry tag) {
        return Sinks.NAMES.contains(tag.name) ? null : tag;
    }

    /** {@code get_tag_formats}. */
    public List<String> getTagFormats() {
        return Arrays.stream(TagFormat.values()).map(TagFormat::label).toList();
    }

    /** {@code get_format_id}; 0, which is the format {@code unknown}, for null and names that there are not. */
    public int getFormatId(String formatName) {
        return Arrays.stream(TagFormat.values())
                .filter(format -> formatName != null && format.isNamed(formatName))
                .findFirst()
                .orElse(TagFormat.UNKNOWN)
                .id();
    }

    /** {@code get_tag_types}: those of one format. */
    public List<String> getTagTypes(String formatName) {
        return TagFormat.of(formatName).types();
    }

    /** {@code get_all_types}. */
    public List<String> getAllTypes() {
        return TagFormat.ALL_TYPES;
    }

    /** {@code get_tag_languages}: those that there are translations into. */
    public List<String> getTagLanguages() {
        Set<String> languages = new TreeSet<>();
        tags.forEach(tag -> languages.addAll(tag.translations.keySet()));
        return List.copyOf(languages);
    }

    /** How many tags there are. */
    public int size() {
        return tags.size();
    }
}
