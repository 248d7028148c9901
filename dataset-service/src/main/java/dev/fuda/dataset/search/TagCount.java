package dev.fuda.dataset.search;

/** A tag and how many of the items in view have it. */
public record TagCount(String tag, long count) {}
