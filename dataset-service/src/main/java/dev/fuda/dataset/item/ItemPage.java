package dev.fuda.dataset.item;

import java.util.List;

/**
 * Some items of a dataset.
 *
 * @param total items that match, on all pages
 */
public record ItemPage(List<DatasetItem> items, long total, int page, int limit, int totalPages) {}
