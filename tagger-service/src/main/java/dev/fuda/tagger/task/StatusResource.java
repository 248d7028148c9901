package dev.fuda.tagger.task;

import dev.fuda.tagger.model.ModelSettings;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the tagging goes. */
@Path("/taggers/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "taggers")
public class StatusResource {

    private final TaskRows tasks;
    private final ModelSettings settings;

    StatusResource(TaskRows tasks, ModelSettings settings) {
        this.tasks = tasks;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "How many images wait, are being tagged, and were tagged")
    public Uni<TaskStatus> getTaggerStatus() {
        return tasks.status(settings.workerCount());
    }
}
