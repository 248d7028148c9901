package dev.fuda.dictionary.database;

/**
 * What a format writes for a name.
 *
 * @param tag the name of the tag that the format prefers
 * @param type its type there; null when the format has none for it
 */
public record Written(String tag, String type) {}
