package dev.fuda.training.statistics;

import java.util.List;

/**
 * How evenly a run used its items. All figures count items that were used at least once; deviation and variance are those
 * of the whole population.
 *
 * @param items distinct items used
 * @param removedItems those of them that have left their dataset since
 * @param steps distinct steps reported
 * @param samples exposures, an item as often as it was seen
 * @param median the mean of the two middle values when their number is even
 * @param histogram how many items were used how often, rarest use first
 * @param mostUsed the ten items used most
 */
public record RunStatistics(
        long runId,
        long items,
        long removedItems,
        long steps,
        long samples,
        double mean,
        double median,
        double stdDev,
        double variance,
        long min,
        long max,
        List<UsageBar> histogram,
        List<ItemUse> mostUsed) {

    /** How many items were used {@code timesSeen} times. */
    public record UsageBar(long timesSeen, long items) {}

    /** An item and how often it was used. */
    public record ItemUse(long itemId, long timesSeen) {}
}
