package dev.fuda.dictionary.database;

import dev.fuda.dictionary.name.Category;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tag of a {@link TagDatabase}; it changes only while lists are read. */
final class Entry {
    final long id;
    final String name;
    final Map<TagFormat, Status> formats = new LinkedHashMap<>();
    final Map<String, List<String>> translations = new TreeMap<>();
    long count;

    Entry(long id, String name) {
        this.id = id;
        this.name = name;
    }

    /**
     * What a format says of a tag.
     *
     * @param preferred the tag itself unless it is an alias there
     */
    record Status(Category category, long count, Entry preferred) {}
}
