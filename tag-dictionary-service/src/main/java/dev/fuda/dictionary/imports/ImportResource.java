package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.dictionary.file.Vocabulary;
import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.name.Category;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/tag-dictionary/import")
@Tag(name = "tag-dictionary")
public class ImportResource {

    @Inject
    ImportService imports;

    @Inject
    Uploads uploads;

    @Inject
    IndexFeed feed;

    @Inject
    Author author;

    /** The form of an import. */
    public static class ImportForm {
        @RestForm
        @Schema(description = "CSV name,category,count,\"aliases\" or with a header, or JSON {tag: count}; UTF-8")
        public FileUpload file;

        @RestForm
        @Schema(description = "Category of rows that name none; by default told from the file's name (Character.json)")
        public String category;

        @RestForm("conflict_resolution")
        @Schema(
                description = "What happens to tags that exist",
                enumeration = {"skip", "update", "merge"},
                defaultValue = "skip")
        public String conflictResolution;

        @RestForm
        @Schema(
                description = "Whose category numbers the file has; by default told from its name",
                enumeration = {"danbooru", "e621"})
        public String vocabulary;

        @RestForm("dry_run")
        @Schema(
                description = "Only tell what would happen",
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN,
                defaultValue = "false")
        public String dryRun;

        @RestForm
        @Schema(
                description = "Answer at once with a job that does it, for long lists",
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN,
                defaultValue = "false")
        public String background;
    }

    /** The job that does what was asked for. */
    @Schema(name = "TagImportStarted")
    public record Started(UUID jobId) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Import a tag list",
            description = "One transaction: all good rows go in, broken ones are told with line and reason. A job shows"
                    + " how far it is and can be cancelled, which leaves nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What was done",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "202",
            description = "The job, with background=true",
            content = @Content(schema = @Schema(implementation = Started.class)))
    public Response importTags(ImportForm form) throws IOException, SQLException, InterruptedException {
        if (form.file == null || form.file.fileName() == null) {
            throw Problem.badRequest("file-missing", "The form has no file. Send the tag list as part 'file'.")
                    .field("file", "required");
        }
        Conflicts conflicts =
                isBlank(form.conflictResolution) ? Conflicts.SKIP : Conflicts.parse(form.conflictResolution);
        boolean dryRun = flag("dry_run", form.dryRun);
        TagFile file = new TagFile(
                form.file.uploadedFile(), fileName(form.file), category(form.category), vocabulary(form.vocabulary));
        if (flag("background", form.background)) {
            return Response.accepted(new Started(uploads.start(file, conflicts, dryRun, author.name())))
                    .build();
        }
        ImportReport report;
        try {
            report = imports.run(file, conflicts, dryRun, author.name());
        } catch (UnreadableFileException e) {
            throw Problem.unprocessable("unreadable-file", e.getMessage());
        }
        if (!dryRun) {
            feed.rebuilt().await().indefinitely();
        }
        return Response.ok(report).build();
    }

    /** The last part of the name, however the browser's system writes paths; at most 255 characters. */
    private static String fileName(FileUpload file) {
        String name = file.fileName().replace('\\', '/').replace("\0", "");
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.isBlank() ? "tags" : last.substring(0, Math.min(255, last.length()));
    }

    private static Category category(String text) {
        if (isBlank(text)) {
            return null;
        }
        return Category.ofLabel(text.strip())
                .orElseThrow(() -> Problem.badRequest(
                                "bad-category",
                                "There is no category '" + text + "'. Known are: " + Category.labels() + ".")
                        .field("category", "one of " + Category.labels()));
    }

    private static Vocabulary vocabulary(String text) {
        if (isBlank(text)) {
            return null;
        }
        for (Vocabulary each : Vocabulary.values()) {
            if (each.name().equalsIgnoreCase(text.strip())) {
                return each;
            }
        }
        throw Problem.badRequest("bad-vocabulary", "vocabulary must be danbooru or e621, not '" + text + "'.")
                .field("vocabulary", "danbooru or e621");
    }

    private static boolean flag(String field, String text) {
        if (isBlank(text)) {
            return false;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.badRequest("bad-flag", field + " must be true or false, not '" + text + "'.")
                        .field(field, "true or false");
        };
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
