package dev.fuda.dictionary.database;

import dev.fuda.dictionary.database.Entry.Status;
import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RowSink;
import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.file.TranslationFile;
import dev.fuda.dictionary.name.Sinks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads tag lists and translations into a {@link TagDatabase}, as the service merges them (ADR 63). Of one name in lists
 * of one format the first row counts.
 */
public final class TagDatabaseBuilder {

    private final Map<String, Entry> tags = new LinkedHashMap<>();
    private final Map<String, Set<Entry>> aliases = new HashMap<>();
    private final List<Rejection> rejected = new ArrayList<>();

    TagDatabaseBuilder() {}

    /**
     * Reads a tag list as what a format says of its tags; tags of categories that the format does not have are in the
     * database but not in the format.
     */
    public TagDatabaseBuilder tags(TagFormat format, TagFile file) throws IOException {
        List<ImportRow> rows = new ArrayList<>();
        file.read(new RowSink() {
            @Override
            public void row(ImportRow row) {
                rows.add(row);
            }

            @Override
            public void reject(Rejection rejection) {
                rejected.add(rejection);
            }
        });
        rows.forEach(row -> add(format, row));
        if (format == TagFormat.DANBOORU) {
            rows.forEach(row -> row.aliases().forEach(alias -> lead(alias, row)));
        } else {
            addAliasesOfSite(format, rows);
        }
        return this;
    }

    private void add(TagFormat format, ImportRow row) {
        Entry tag = tags.get(row.name());
        boolean isNew = tag == null;
        if (isNew) {
            tag = new Entry(tags.size() + 1L, row.name());
            tags.put(row.name(), tag);
        }
        if (format.has(row.category())) {
            tag.formats.putIfAbsent(format, new Status(row.category(), row.count(), tag));
        }
        if (isNew || format == TagFormat.DANBOORU) {
            tag.count = Math.max(tag.count, row.count());
        }
    }

    /**
     * An alias that is a tag is one in this format only; another becomes an alias for everybody, unless it leads
     * somewhere already. Of several rows with one alias the most used one has it.
     */
    private void addAliasesOfSite(TagFormat format, List<ImportRow> rows) {
        Set<String> own = rows.stream().map(ImportRow::name).collect(Collectors.toSet());
        Set<String> taken = Set.copyOf(aliases.keySet());
        rows.stream()
                .filter(row -> format.has(row.category()))
                .sorted(Comparator.comparing(TagDatabaseBuilder::isSink)
                        .thenComparing(ImportRow::count, Comparator.reverseOrder())
                        .thenComparing(ImportRow::name))
                .forEach(row -> row.aliases().stream()
                        .filter(alias -> !own.contains(alias))
                        .forEach(alias -> {
                            if (tags.containsKey(alias)) {
                                Entry tag = tags.get(alias);
                                Entry preferred = isSink(row) ? tag : tags.get(row.name());
                                tag.formats.putIfAbsent(format, new Status(row.category(), 0, preferred));
                            } else if (!taken.contains(alias)) {
                                lead(alias, row);
                            }
                        }));
        tags.values().forEach(tag -> tag.formats.computeIfPresent(format, TagDatabaseBuilder::shortened));
    }

    /** What led to a tag that has become an alias itself leads on. */
    private static Status shortened(TagFormat format, Status status) {
        Entry end = status.preferred().formats.get(format).preferred();
        return new Status(status.category(), status.count(), end);
    }

    private void lead(String alias, ImportRow row) {
        if (!isSink(row)) {
            aliases.computeIfAbsent(alias, a -> new LinkedHashSet<>()).add(tags.get(row.name()));
        }
    }

    private static boolean isSink(ImportRow row) {
        return Sinks.has(row.name(), row.category());
    }

    /** Reads translations of tags that were read before; those of unknown tags are passed over. */
    public TagDatabaseBuilder translations(TranslationFile file) throws IOException {
        file.read(new TranslationFile.Sink() {
            @Override
            public void translated(long line, String tag, List<String> translations) {
                Entry known = tags.get(tag);
                if (known != null) {
                    List<String> all = known.translations.computeIfAbsent(file.language(), l -> new ArrayList<>());
                    translations.stream().filter(text -> !all.contains(text)).forEach(all::add);
                }
            }

            @Override
            public void reject(Rejection rejection) {
                rejected.add(rejection);
            }
        });
        return this;
    }

    /** Rows that could not be read so far. */
    public List<Rejection> rejected() {
        return List.copyOf(rejected);
    }

    public TagDatabase build() {
        return new TagDatabase(List.copyOf(tags.values()), aliases);
    }
}
