package dev.fuda.dataset.dataset;

import dev.fuda.dataset.scan.ScanPreview;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Registered folders of images. */
@Path("/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "datasets")
public class DatasetResource {

    private final DatasetService datasets;

    DatasetResource(DatasetService datasets) {
        this.datasets = datasets;
    }

    /** The job that does what was asked for. */
    public record JobStarted(UUID jobId) {}

    @GET
    @Operation(summary = "Datasets, the latest changed first; X-Total-Count says how many there are")
    public Uni<RestResponse<List<DatasetSummary>>> listDatasets(
            @QueryParam("page") @DefaultValue("1") int page, @QueryParam("limit") @DefaultValue("50") int limit) {
        Page rows = Page.of(page, limit, 200);
        return datasets.count()
                .flatMap(total -> datasets.list(rows)
                        .map(found -> RestResponse.ResponseBuilder.ok(
                                        found.stream().map(DatasetSummary::of).toList())
                                .header("X-Total-Count", total)
                                .build()));
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = Dataset.class, responseCode = "201")
    @Operation(summary = "Register a folder as a dataset; its first scan starts at once (index_job_id)")
    public Uni<Dataset> createDataset(DatasetDraft draft) {
        return datasets.register(given(draft));
    }

    @POST
    @Path("/preview")
    @Operation(summary = "What a scan of a folder would find, without registering it")
    public Uni<ScanPreview> previewDataset(DatasetDraft draft) {
        return datasets.preview(given(draft));
    }

    @GET
    @Path("/{dataset_id}")
    @Operation(summary = "One dataset")
    public Uni<Dataset> getDataset(@PathParam("dataset_id") long id) {
        return datasets.get(id);
    }

    @PUT
    @Path("/{dataset_id}")
    @Operation(summary = "Change the settings of a dataset; it is scanned again where the index depends on them")
    public Uni<Dataset> updateDataset(@PathParam("dataset_id") long id, DatasetDraft draft) {
        return datasets.update(id, given(draft));
    }

    @DELETE
    @Path("/{dataset_id}")
    @Operation(summary = "Forget a dataset; its files stay as they are")
    public Uni<Void> deleteDataset(@PathParam("dataset_id") long id) {
        return datasets.delete(id);
    }

    @POST
    @Path("/{dataset_id}/reindex")
    @ResponseStatus(202)
    @APIResponseSchema(value = JobStarted.class, responseCode = "202")
    @Operation(summary = "Scan the folder again; unchanged files are not read")
    public Uni<JobStarted> reindexDataset(@PathParam("dataset_id") long id) {
        return datasets.reindex(id).map(JobStarted::new);
    }

    private static DatasetDraft given(DatasetDraft draft) {
        if (draft == null) {
            throw Problem.badRequest("body-missing", "Send the dataset as JSON: {\"name\": …, \"path\": …}.");
        }
        return draft;
    }
}
