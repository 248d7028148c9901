package dev.fuda.tagger.score;

import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The raw scores that are stored. */
@Path("/taggers/scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "taggers")
public class ScoreResource {

    private final ScoreStore scores;

    ScoreResource(ScoreStore scores) {
        this.scores = scores;
    }

    @GET
    @Path("/{sha256}")
    @Operation(
            summary = "The raw scores of an image that was tagged before",
            description =
                    "Every tag of at least 0.01, best first, by the newest version of the model that saw the image.")
    public Uni<ScoredImage> getImageScores(
            @PathParam("sha256") String sha256, @QueryParam("model") @DefaultValue("palette") String model) {
        String hash = sha256.toLowerCase(Locale.ROOT);
        if (!Sha256.isWellFormed(hash)) {
            throw Problem.badRequest("bad-hash", "An image is named by its SHA-256: 64 hexadecimal digits.")
                    .field("sha256", "64 hexadecimal digits");
        }
        return scores.latest(hash, model)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(
                        404, "not-found", "The model '" + model + "' has stored no scores of the image " + hash + "."));
    }
}
