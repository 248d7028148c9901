package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.page.Pages;
import dev.fuda.dictionary.page.Pages.Listing;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What was imported, and which rows were not. */
@Path("/tag-dictionary/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-dictionary")
public class ImportLogResource {

    private static final int MOST_ON_A_PAGE = 200;
    private static final Listing LISTING = new Listing("*", "from tag_import", "created_at desc, id");

    @Inject
    Pool pool;

    @Inject
    Uploads uploads;

    @Inject
    Author author;

    /** An import that was done. The starter dictionary is the first. */
    @Schema(name = "TagImport")
    public record ImportEntry(
            UUID id,
            String fileName,
            String conflicts,
            String author,
            int importedCount,
            int updatedCount,
            int skippedCount,
            int rejectedCount,
            Instant createdAt) {
        static ImportEntry of(Row row) {
            return new ImportEntry(
                    row.getUUID("id"),
                    row.getString("file_name"),
                    row.getString("conflicts"),
                    row.getString("author"),
                    row.getInteger("imported"),
                    row.getInteger("updated"),
                    row.getInteger("skipped"),
                    row.getInteger("rejected"),
                    row.getOffsetDateTime("created_at").toInstant());
        }
    }

    /** Part of the log. */
    @Schema(name = "TagImportPage")
    public record ImportPage(List<ImportEntry> items, long total, int page, int limit, int totalPages) {}

    /** The job that does what was asked for. */
    @Schema(name = "TagImportStarted")
    public record Started(UUID jobId) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(202)
    @APIResponseSchema(value = Started.class, responseCode = "202", responseDescription = "The job that imports it")
    @RunOnVirtualThread
    @Operation(
            summary = "Import a long tag list as a job",
            description =
                    "As an import, answered as soon as the file is here. The job shows how far it is; cancelled it"
                            + " leaves nothing. Rejected rows are kept under the job's id.")
    public Started startTagImport(ImportForm form) {
        ImportForm.Choice choice = form.check();
        return new Started(uploads.start(choice, author.name()));
    }

    @GET
    @Operation(summary = "Imports, the newest first")
    public Uni<ImportPage> listTagImports(
            @RestQuery @DefaultValue("1") @Parameter(description = "From 1") int page,
            @RestQuery @DefaultValue("50") @Parameter(description = "1 to 200") int limit) {
        return Pages.of(
                pool, LISTING, Tuple.tuple(), Page.of(page, limit, MOST_ON_A_PAGE), ImportEntry::of, ImportPage::new);
    }

    @GET
    @Path("/{import_id}/rejected")
    @Produces("text/csv")
    @Operation(
            summary = "The rows that an import did not take, as CSV",
            description =
                    "line,reason,text; the first 100,000. Cells that a spreadsheet would run have a quote before.")
    public Uni<RestResponse<String>> rejectedTagRows(@RestPath("import_id") UUID id) {
        return pool.preparedQuery("select file_name from tag_import where id = $1")
                .execute(Tuple.of(id))
                .flatMap(found -> {
                    if (found.size() == 0) {
                        throw Problem.notFound("import", id);
                    }
                    return pool.preparedQuery(
                                    "select line, reason, text from tag_import_rejection where import_id = $1 order by n")
                            .execute(Tuple.of(id));
                })
                .map(rows -> {
                    StringBuilder csv = new StringBuilder("line,reason,text\r\n");
                    rows.forEach(row -> csv.append(row.getLong("line"))
                            .append(',')
                            .append(cell(row.getString("reason")))
                            .append(',')
                            .append(cell(row.getString("text")))
                            .append("\r\n"));
                    return RestResponse.ResponseBuilder.ok(csv.toString(), new MediaType("text", "csv", "utf-8"))
                            .header("Content-Disposition", "attachment; filename=\"rejected.csv\"")
                            .build();
                });
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
