package dev.fuda.dictionary.export;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.tag.Source;

/**
 * What an export holds.
 *
 * @param category null for all
 * @param source null for all
 * @param official null for both
 * @param vocabulary whose tags are exported, with its names and counts; null for all tags with their own
 */
record ExportChoice(Category category, Source source, Boolean official, Long vocabulary) {}
