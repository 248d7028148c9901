package dev.fuda.dictionary.overlay;

import dev.fuda.dictionary.file.Rejection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the entries of an overlay; each tag and each implication is one.
 *
 * @param appliedCount entries of which something is so now that was not before
 * @param unchangedCount entries of which all was so already
 * @param rejectedCount entries, or single aliases and replacements of them, that can't be kept
 * @param rejected the first thousand of those
 * @param dryRun whether nothing of it was kept
 */
@Schema(name = "OverlayImportReport")
public record OverlayReport(
        int appliedCount, int unchangedCount, int rejectedCount, List<Rejection> rejected, boolean dryRun) {}
