package dev.fuda.dictionary.database;

import dev.fuda.dictionary.clean.TagCleaner;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Specification 0's search and conversion of tags in memory, without a server: tags of several sites with their counts,
 * types, aliases and translations, read from tag lists. It answers as {@code /tag-dictionary/search-tags} and {@code
 * /tag-dictionary/convert} do. Immutable.
 */
public final class TagDatabase {

    private final List<Entry> tags;
    private final Map<String, Entry> byName = new HashMap<>();
    /** Per format: what an alias leads to; null where it leads to several. */
    private final Map<TagFormat, Map<String, Entry>> byAlias = new HashMap<>();

    TagDatabase(List<Entry> tags) {
        this.tags = List.copyOf(tags);
        for (Entry tag : this.tags) {
            byName.put(tag.name, tag);
            tag.formats.forEach((format, status) -> {
                Map<String, Entry> aliases = byAlias.computeIfAbsent(format, f -> new HashMap<>());
                for (String alias : status.aliases()) {
                    aliases.merge(alias, tag, (one, other) -> one == other ? one : SEVERAL);
                }
            });
        }
    }

    /** What stands for an alias that leads to more than one tag. */
    private static final Entry SEVERAL = new Entry(0, "");

    /** A tag while the database is made. */
    static final class Entry {
        final long id;
        final String name;
        final Map<TagFormat, Status> formats = new LinkedHashMap<>();
        final Map<String, List<String>> translations = new TreeMap<>();
        long count;

        Entry(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** What a format says of a tag. */
    record Status(Category category, long count, Set<String> aliases) {}

    /**
     * A row of an answer, in the columns of specification 0.
     *
     * @param tagId from 1, in the order in which tags were read
     * @param sourceTag as its source writes it
     * @param usageCount in the format asked for, else the highest of all
     * @param alias whether it is only another name of a tag; lists have aliases at their tags, so never
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
        String formatName = TagQuery.given(query.formatName());
        TagFormat format = formatName == null ? null : TagFormat.of(formatName);
        Pattern pattern = query.pattern();
        return tags.stream()
                .filter(tag -> fits(tag, format, pattern, query))
                .skip(offset)
                .limit(limit)
                .map(tag -> found(tag, format))
                .toList();
    }

    private static boolean fits(Entry tag, TagFormat format, Pattern pattern, TagQuery query) {
        if (format != null && !tag.formats.containsKey(format) || Boolean.TRUE.equals(query.alias())) {
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
        if (query.minUsage() != null && count < query.minUsage()
                || query.maxUsage() != null && count > query.maxUsage()) {
            return false;
        }
        return Stream.concat(
                        Stream.of(tag.name), tag.translations.values().stream().flatMap(List::stream))
                .anyMatch(text -> pattern.matcher(text).matches());
    }

    private static long count(Entry tag, TagFormat format) {
        return format == null ? tag.count : tag.formats.get(format).count();
    }

    private static Found found(Entry tag, TagFormat format) {
        String type = format == null ? "" : tag.formats.get(format).category().label();
        return new Found(tag.id, tag.name, tag.name, count(tag, format), false, type, Map.copyOf(tag.translations));
    }

    /** {@code convert_tag}: as the format writes it; what the format does not know stays as it was written. */
    public String convertTag(String tag, String formatName) {
        String preferred = preferred(tag, TagFormat.of(formatName));
        return preferred == null ? tag : preferred;
    }

    /** {@code convert_tags}: each as {@link #convertTag}. */
    public List<String> convertTags(List<String> written, String formatName) {
        return written.stream().map(tag -> convertTag(tag, formatName)).toList();
    }

    /**
     * {@code convert_prompt}: tags separated by commas, each as the format writes it in prompts, with blanks and escaped
     * parentheses. Empty pieces stay.
     */
    public String convertPrompt(String prompt, String formatName) {
        TagFormat format = TagFormat.of(formatName);
        List<String> pieces = new ArrayList<>();
        for (String piece : prompt.split(",", -1)) {
            String preferred = preferred(piece.strip(), format);
            pieces.add(preferred == null ? piece.strip() : TagCleaner.cleanFormat(preferred));
        }
        return String.join(", ", pieces);
    }

    private String preferred(String written, TagFormat format) {
        String name = Spelling.canonical(written);
        Entry tag = byName.get(name);
        if (tag != null && tag.formats.containsKey(format)) {
            return tag.name;
        }
        Entry meant = byAlias.getOrDefault(format, Map.of()).get(name);
        return meant == null || meant == SEVERAL ? null : meant.name;
    }

    /** {@code get_tag_formats}. */
    public List<String> getTagFormats() {
        return Arrays.stream(TagFormat.values()).map(TagFormat::label).toList();
    }

    /** {@code get_format_id}. */
    public int getFormatId(String formatName) {
        return TagFormat.of(formatName).id();
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
