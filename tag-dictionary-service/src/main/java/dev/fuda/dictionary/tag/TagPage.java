package dev.fuda.dictionary.tag;

import java.util.List;

/** Part of a list of tags. */
public record TagPage(List<TagView> items, long total, int page, int limit, int totalPages) {}
