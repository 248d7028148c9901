package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/tag-dictionary/import")
@Tag(name = "tag-dictionary")
public class ImportResource {

    @Inject
    ImportService imports;

    @Inject
    IndexFeed feed;

    @Inject
    Author author;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Import a tag list",
            description = "One transaction: all good rows go in, broken ones are told with line and reason.")
    public ImportReport importTags(ImportForm form) throws IOException, SQLException, InterruptedException {
        ImportForm.Choice choice = form.check();
        ImportReport report;
        try {
            report = imports.run(
                    new ImportService.Order(
                            UUID.randomUUID(),
                            choice.file(),
                            choice.site(),
                            choice.conflicts(),
                            choice.dryRun(),
                            author.name()),
                    ImportWatch.NOBODY);
        } catch (UnreadableFileException e) {
            throw Problem.unprocessable("unreadable-file", e.getMessage());
        }
        if (!choice.dryRun()) {
            feed.rebuilt().await().indefinitely();
        }
        return report;
    }
}
