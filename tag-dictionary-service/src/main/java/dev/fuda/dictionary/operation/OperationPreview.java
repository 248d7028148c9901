package dev.fuda.dictionary.operation;

import dev.fuda.kernel.event.DictionaryEvent.Rewrite;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an operation would do.
 *
 * @param rewrites what stands in the place of which tag in datasets; empty when they do not follow
 */
@Schema(name = "DictionaryOperationPreview")
public record OperationPreview(OperationKind kind, String title, List<Rewrite> rewrites, Impact impact) {}
