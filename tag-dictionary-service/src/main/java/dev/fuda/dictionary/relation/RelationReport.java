package dev.fuda.dictionary.relation;

import dev.fuda.dictionary.file.Rejection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the lines of a list of relations.
 *
 * @param addedCount relations that are new here
 * @param knownCount relations that were there already
 * @param inactiveCount those that the site has deleted, retired or not decided; their status is kept, they lead nowhere
 * @param unknownCount those of tags that the dictionary does not have
 * @param rejectedCount those that could not be read or must not be, such as the last one of a circle
 * @param rejected the first thousand of them
 */
@Schema(name = "RelationImportReport")
public record RelationReport(
        int addedCount,
        int knownCount,
        int inactiveCount,
        int unknownCount,
        int rejectedCount,
        List<Rejection> rejected) {}
