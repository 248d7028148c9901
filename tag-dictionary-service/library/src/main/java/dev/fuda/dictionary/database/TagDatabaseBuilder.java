package dev.fuda.dictionary.database;

import dev.fuda.dictionary.database.TagDatabase.Entry;
import dev.fuda.dictionary.database.TagDatabase.Status;
import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RowSink;
import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.file.TranslationFile;
import dev.fuda.dictionary.name.Sinks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads tag lists and translations into a {@link TagDatabase}; of one name in one list the first row counts. */
public final class TagDatabaseBuilder {

    private final Map<String, Entry> tags = new LinkedHashMap<>();
    private final List<Rejection> rejected = new ArrayList<>();

    TagDatabaseBuilder() {}

    /**
     * Reads a tag list as what a format says of its tags; tags of categories that the format does not have are in the
     * database but not in the format.
     */
    public TagDatabaseBuilder tags(TagFormat format, TagFile file) throws IOException {
        file.read(new RowSink() {
            @Override
            public void row(ImportRow row) {
                Entry tag = tags.computeIfAbsent(row.name(), name -> new Entry(tags.size() + 1L, name));
                if (format.has(row.category())) {
                    tag.formats.putIfAbsent(
                            format, new Status(row.category(), row.count(), new LinkedHashSet<>(aliases(row))));
                }
                tag.count = Math.max(tag.count, row.count());
            }

            @Override
            public void reject(Rejection rejection) {
                rejected.add(rejection);
            }
        });
        return this;
    }

    private static List<String> aliases(ImportRow row) {
        return Sinks.has(row.name(), row.category()) ? List.of() : row.aliases();
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
        return new TagDatabase(List.copyOf(tags.values()));
    }
}
