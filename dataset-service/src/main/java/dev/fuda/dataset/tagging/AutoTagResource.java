package dev.fuda.dataset.tagging;

import dev.fuda.dataset.caption.Undisturbed;
import dev.fuda.dataset.dataset.DatasetRepository;
import dev.fuda.dataset.tagging.AutoTagService.Started;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Has images tagged by a model. */
@Path("/datasets/{dataset_id}/auto-tag")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "tagging")
public class AutoTagResource {

    private final AutoTagService service;
    private final DatasetRepository datasets;
    private final Author author;

    AutoTagResource(AutoTagService service, DatasetRepository datasets, Author author) {
        this.service = service;
        this.datasets = datasets;
        this.author = author;
    }

    @POST
    @ResponseStatus(202)
    @APIResponseSchema(value = Started.class, responseCode = "202")
    @Operation(
            summary =
                    "Tag items with a model; the job tells the progress, and undoing the operation of its id takes all back")
    public Uni<Started> autoTag(@PathParam("dataset_id") long dataset, AutoTagRequest request) {
        if (request == null) {
            throw Problem.badRequest("body-missing", "Send what to tag as JSON: {} tags everything with palette.");
        }
        String who = author.name();
        return Undisturbed.run(datasets.require(dataset).flatMap(found -> service.start(dataset, request, who)));
    }
}
