package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.Rejection;
import java.util.List;

/**
 * What an import did, or in a dry run would do. Every row of the file is counted once: imported (new), updated, skipped
 * (the tag exists and stays as it is), or rejected.
 *
 * @param rejected the first 1,000 rejected rows by line
 */
public record ImportReport(
        long importedCount,
        long updatedCount,
        long skippedCount,
        long rejectedCount,
        List<Rejection> rejected,
        boolean dryRun,
        long elapsedMs) {}
