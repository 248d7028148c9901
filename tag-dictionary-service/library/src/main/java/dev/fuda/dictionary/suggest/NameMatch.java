package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;

/**
 * A tag whose name or alias is, in some spelling, the name that was looked up.
 *
 * @param alias the alias that was hit, null when the name itself was
 */
record NameMatch(long id, String name, Category category, int count, boolean deprecated, String alias) {}
