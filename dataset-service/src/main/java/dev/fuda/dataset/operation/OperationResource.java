package dev.fuda.dataset.operation;

import dev.fuda.dataset.caption.Undisturbed;
import dev.fuda.dataset.operation.OperationService.Undone;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way back. */
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public class OperationResource {

    private final OperationService service;
    private final Author author;

    OperationResource(OperationService service, Author author) {
        this.service = service;
        this.author = author;
    }

    @POST
    @Path("/{operation_id}/undo")
    @Consumes(MediaType.WILDCARD)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Take an operation back where nobody changed the same since")
    public Uni<Undone> undoOperation(@PathParam("operation_id") String id) {
        return Undisturbed.run(service.undo(uuid(id), author.name()));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("operation", id);
        }
    }
}
