package dev.fuda.dictionary.overlay;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dictionary.file.OverlayFile;
import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What people said over the lists that are installed, to be taken elsewhere or put on a newer base. */
@Path("/tag-dictionary/overlay")
@Tag(name = "tag-dictionary")
public class OverlayResource {

    private static final long MOST_BYTES = 32L << 20;

    @Inject
    OverlayRows rows;

    @Inject
    OverlayImport imports;

    @Inject
    ObjectMapper json;

    @Inject
    Author author;

    /** The form of an import. */
    public static class OverlayForm {
        @RestForm
        @Schema(description = "An overlay as this service gives it out")
        public FileUpload file;

        @RestForm("dry_run")
        @Schema(description = "Only tell what would happen", type = SchemaType.BOOLEAN, defaultValue = "false")
        public String dryRun;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "What people said over the base, as a file",
            description =
                    "Their own tags, and of other tags the fields, aliases, translations and implications that are"
                            + " theirs; one line each, written while it is sent. The same words always give the same bytes.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Response exportTagOverlay() {
        return Response.ok((StreamingOutput) this::write, MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"fuda-overlay.json\"")
                .build();
    }

    private void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        OverlayWriter overlay = new OverlayWriter(writer, json);
        try {
            rows.read(overlay);
        } catch (SQLException e) {
            throw new IOException("The overlay could not be read to its end", e);
        }
        overlay.end();
        writer.flush();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Put an overlay on the base",
            description =
                    "One transaction. What the file says becomes people's own word here and stays when a newer list"
                            + " is imported; what it does not speak of stays as it is. Entries of tags that the base does not"
                            + " have, and whatever would lead in a circle, are refused with line and reason.")
    @APIResponse(responseCode = "200", description = "What became of the entries")
    @APIResponse(responseCode = "413", description = "The file is larger than 32 MB")
    @APIResponse(responseCode = "422", description = "The file is no overlay; nothing was changed")
    public OverlayReport importTagOverlay(OverlayForm form) throws IOException {
        Problem problem = Problem.badRequest("bad-overlay", "The overlay can't be read as it is; see the fields.");
        if (form.file == null || form.file.fileName() == null) {
            problem.field("file", "required");
        }
        String dryRun = form.dryRun == null ? "" : form.dryRun.strip().toLowerCase(Locale.ROOT);
        if (!dryRun.matches("|true|false")) {
            problem.field("dry_run", "true or false");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        java.nio.file.Path upload = form.file.uploadedFile();
        if (Files.size(upload) > MOST_BYTES) {
            throw Problem.tooLarge(
                    "overlay-too-large",
                    "The overlay is larger than " + (MOST_BYTES >> 20)
                            + " MB. Import what is as long as this as a list.");
        }
        try {
            return imports.run(new OverlayFile(upload), dryRun.equals("true"), author.name());
        } catch (UnreadableFileException e) {
            throw Problem.unprocessable("unreadable-file", e.getMessage());
        }
    }
}
