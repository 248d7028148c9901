package dev.fuda.kernel.job;

/**
 * A job to be created.
 *
 * @param kind which handler runs it
 * @param title what it does, for people
 * @param subject what it works on, as {@code kind/id}, or null
 * @param total items in all, or null while nobody knows
 * @param params what the handler needs; written as JSON
 */
public record NewJob(String kind, String title, String subject, Integer total, Object params) {}
