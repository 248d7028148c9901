package dev.fuda.training.exposure;

import dev.fuda.kernel.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a trainer reports: one step ({@code batch_indices}, {@code current_epoch}, {@code current_step}), or any number
 * of steps in {@code batches}.
 *
 * @param batchIndices ids of the items of one step
 * @param currentEpoch the epoch of that step
 * @param currentStep the step, counted over the whole run
 */
public record UsageReport(
        List<Long> batchIndices,
        Integer currentEpoch,
        Long currentStep,
        @Schema(maxItems = UsageReport.MOST_STEPS) List<ReportedStep> batches) {

    static final int MOST_STEPS = 1_000;
    static final int MOST_ITEMS = 100_000;

    /**
     * One step.
     *
     * @param itemIds the items that were seen, in order; an item may occur more than once
     * @param losses one loss for each item, or null
     */
    public record ReportedStep(List<Long> itemIds, Integer epoch, Long step, List<Float> losses) {}

    /** The steps in the order of the report; the problem names what is wrong. */
    List<ReportedStep> steps() {
        List<ReportedStep> given = new ArrayList<>();
        if (batches != null) {
            given.addAll(batches);
        }
        if (batchIndices != null || currentEpoch != null || currentStep != null) {
            given.add(new ReportedStep(batchIndices, currentEpoch, currentStep, null));
        }
        Problem problem =
                Problem.badRequest("bad-report", "The report can't be taken; see the fields. Nothing was kept.");
        if (given.isEmpty() || given.size() > MOST_STEPS) {
            problem.field("batches", "1 to " + MOST_STEPS + " steps");
        }
        long items = 0;
        for (int i = 0; i < given.size() && problem.errors().size() < 100; i++) {
            ReportedStep batch = given.get(i);
            check(batch, "batches[" + i + "]", problem);
            items += batch == null || batch.itemIds == null ? 0 : batch.itemIds.size();
        }
        if (items > MOST_ITEMS) {
            problem.field("batches", "at most " + MOST_ITEMS + " items in one report");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return given;
    }

    /** Each step once: the first of several reports of a step counts. */
    static Map<Long, ReportedStep> distinct(List<ReportedStep> steps) {
        Map<Long, ReportedStep> distinct = new LinkedHashMap<>();
        steps.forEach(batch -> distinct.putIfAbsent(batch.step(), batch));
        return distinct;
    }

    private static void check(ReportedStep batch, String name, Problem problem) {
        if (batch == null) {
            problem.field(name, "missing");
            return;
        }
        if (batch.itemIds == null || batch.itemIds.isEmpty() || batch.itemIds.contains(null)) {
            problem.field(name + ".item_ids", "one id or more");
        } else if (batch.itemIds.stream().anyMatch(id -> id < 0)) {
            problem.field(name + ".item_ids", "0 or more");
        }
        if (batch.epoch == null || batch.epoch < 0) {
            problem.field(name + ".epoch", "0 or more");
        }
        if (batch.step == null || batch.step < 0) {
            problem.field(name + ".step", "0 or more");
        }
        if (batch.losses != null
                && (batch.itemIds == null
                        || batch.losses.size() != batch.itemIds.size()
                        || batch.losses.stream().anyMatch(loss -> loss == null || !Float.isFinite(loss)))) {
            problem.field(name + ".losses", "one finite number for each item");
        }
    }
}
