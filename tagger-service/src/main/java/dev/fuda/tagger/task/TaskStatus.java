package dev.fuda.tagger.task;

/**
 * How much there is to tag.
 *
 * @param pending images that wait
 * @param inFlight images that are being tagged
 * @param tagged images tagged since the service was set up
 * @param failed images that could not be tagged since the service was set up
 * @param workers images or batches that this instance measures at once
 */
public record TaskStatus(long pending, long inFlight, long tagged, long failed, int workers) {}
