package dev.fuda.dictionary.file;

import dev.fuda.dictionary.name.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One good row of a tag list, its names in the form in which they are kept.
 *
 * @param line where it starts in the file, from 1
 * @param displayName null when the file has none
 * @param aliases none twice, none equal to the name
 * @param description null when the file has none
 * @param details null unless the file holds whole tags
 */
public record ImportRow(
        long line,
        String name,
        Category category,
        int count,
        String displayName,
        List<String> aliases,
        String description,
        @Nullable TagDetails details) {}
