package dev.fuda.dictionary.suggest;

/** By what means tags are looked for. */
public enum Means {
    /** Each that helps, the surest first. */
    ALL,
    /** By the beginning of names, aliases and translations. */
    PREFIX,
    /** By any part, in order of popularity alone. */
    SUBSTRING,
    /** By what was typed with mistakes. */
    TYPO
}
