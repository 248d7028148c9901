package dev.fuda.bench.dictionary;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Spelling;
import dev.fuda.dictionary.suggest.TagEntry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.suggest.InputIterator;
import org.apache.lucene.search.suggest.Lookup.LookupResult;
import org.apache.lucene.search.suggest.fst.WFSTCompletionLookup;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;

/** The peer: Lucene's weighted automaton over names and aliases, one of all tags and one for each category. */
final class LuceneTags implements Closeable {

    private final Path folder;
    private final Directory directory;
    private final WFSTCompletionLookup all;
    private final Map<Category, WFSTCompletionLookup> ofCategory = new HashMap<>();

    LuceneTags(List<TagEntry> tags) throws IOException {
        this.folder = Files.createTempDirectory("fuda-wfst");
        this.directory = FSDirectory.open(folder);
        this.all = build(tags);
        for (Category category : Category.values()) {
            List<TagEntry> some =
                    tags.stream().filter(tag -> tag.category() == category).toList();
            if (!some.isEmpty()) {
                ofCategory.put(category, build(some));
            }
        }
    }

    private WFSTCompletionLookup build(List<TagEntry> tags) throws IOException {
        Map<String, Integer> weights = new HashMap<>();
        for (TagEntry tag : tags) {
            weights.merge(key(tag.name()), tag.count(), Math::max);
            tag.aliases().forEach(alias -> weights.merge(key(alias), tag.count(), Math::max));
        }
        WFSTCompletionLookup lookup = new WFSTCompletionLookup(directory, "tags", true);
        lookup.build(new Weighted(weights.entrySet().iterator()));
        return lookup;
    }

    private static String key(String text) {
        return new String(Spelling.key(text), StandardCharsets.UTF_8);
    }

    /** The 20 heaviest completions, an exact one first. */
    List<LookupResult> search(String typed, Category category) throws IOException {
        WFSTCompletionLookup lookup = category == null ? all : ofCategory.get(category);
        return lookup == null ? List.of() : lookup.lookup(key(typed), false, 20);
    }

    long bytes() {
        return all.ramBytesUsed()
                + ofCategory.values().stream()
                        .mapToLong(WFSTCompletionLookup::ramBytesUsed)
                        .sum();
    }

    @Override
    public void close() throws IOException {
        directory.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Keys with their weights. */
    private static final class Weighted extends InputIterator.InputIteratorWrapper {
        private final Iterator<Map.Entry<String, Integer>> entries;
        private Map.Entry<String, Integer> current;

        Weighted(Iterator<Map.Entry<String, Integer>> entries) {
            super(BytesRefIterator.EMPTY);
            this.entries = entries;
        }

        @Override
        public BytesRef next() {
            current = entries.hasNext() ? entries.next() : null;
            return current == null ? null : new BytesRef(current.getKey());
        }

        @Override
        public long weight() {
            return current.getValue();
        }
    }
}
