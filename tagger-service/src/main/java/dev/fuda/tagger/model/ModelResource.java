package dev.fuda.tagger.model;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tagger models of this machine. */
@Path("/taggers/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "taggers")
public class ModelResource {

    private final ModelRegistry models;

    ModelResource(ModelRegistry models) {
        this.models = models;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "The tagger models, with those in the models folder",
            description =
                    "A folder that was added, changed or removed shows at the next call; it loads in the background.")
    public List<ModelView> listTaggerModels() {
        return models.list().stream().map(ModelView::of).toList();
    }
}
