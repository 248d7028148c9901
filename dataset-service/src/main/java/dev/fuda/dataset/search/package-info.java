/**
 * The search language of a dataset: {@link dev.fuda.dataset.search.QueryParser} reads it, {@link
 * dev.fuda.dataset.search.SearchSql} turns it into SQL, {@link dev.fuda.dataset.search.ItemSearch} runs it.
 */
package dev.fuda.dataset.search;
