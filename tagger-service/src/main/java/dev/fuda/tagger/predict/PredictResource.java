package dev.fuda.tagger.predict;

import dev.fuda.kernel.problem.Problem;
import dev.fuda.tagger.model.BrokenModel;
import dev.fuda.tagger.model.BuiltIn;
import dev.fuda.tagger.model.ModelRegistry;
import dev.fuda.tagger.model.Scores;
import dev.fuda.tagger.model.Selection;
import dev.fuda.tagger.model.Tagger;
import dev.fuda.tagger.score.Measuring;
import dev.fuda.tagger.score.Measuring.Measured;
import dev.fuda.tagger.score.ScoreStore;
import dev.fuda.tagger.score.Sha256;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.TimeoutException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Tags one image that is sent along. */
@jakarta.ws.rs.Path("/taggers/predict")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "taggers")
public class PredictResource {

    /** A large model may still be loading. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ModelRegistry models;
    private final ScoreStore store;
    private final Measuring measuring;

    PredictResource(ModelRegistry models, ScoreStore store, Measuring measuring) {
        this.models = models;
        this.store = store;
        this.measuring = measuring;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Tag one image",
            description =
                    "The tags that reach the threshold, by category; of ratings and qualities always the best one."
                            + " The image is not kept, its scores are.")
    public Prediction predictTags(
            @RestForm("image") FileUpload image, @RestForm String model, @RestForm String threshold)
            throws IOException {
        float limit = threshold(threshold);
        if (image == null || image.size() == 0) {
            throw Problem.badRequest("no-image", "Send an image as the part 'image'.")
                    .field("image", "missing or empty");
        }
        Tagger tagger = tagger(model == null || model.isBlank() ? BuiltIn.PALETTE : model);
        Scores scores = scores(tagger, image.uploadedFile());
        return Prediction.of(
                tagger.spec().name(), tagger.spec().version(), Selection.choose(tagger.spec(), scores, limit));
    }

    private Tagger tagger(String name) {
        try {
            return models.ready(name).await().atMost(PATIENCE);
        } catch (BrokenModel e) {
            throw Problem.unprocessable(
                    "model-unavailable", "The model '" + name + "' can't be used: " + e.getMessage());
        } catch (TimeoutException e) {
            throw Problem.unavailable(
                    "model-loading", "The model '" + name + "' is still being loaded; try again in a minute.");
        }
    }

    private Scores scores(Tagger tagger, Path file) throws IOException {
        String hash = Sha256.of(file);
        int modelId = store.modelId(tagger.spec()).await().atMost(PATIENCE);
        Scores known =
                store.find(modelId, List.of(hash)).await().atMost(PATIENCE).get(hash);
        if (known != null) {
            return known;
        }
        return switch (measure(tagger, file)) {
            case Measured.Unreadable(String reason) ->
                throw Problem.unprocessable("unreadable-image", reason).field("image", reason);
            case Measured.Scored(Scores scores) ->
                store.save(modelId, Map.of(hash, scores))
                        .await()
                        .atMost(PATIENCE)
                        .get(hash);
        };
    }

    private Measured measure(Tagger tagger, Path file) {
        try {
            return measuring.measure(tagger, List.of(file)).join().getFirst();
        } catch (RejectedExecutionException e) {
            throw new Problem(429, "busy", "Too many images are being tagged right now; try again in a moment.");
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokenModel broken) {
                throw Problem.unprocessable("model-failed", broken.getMessage());
            }
            throw e;
        }
    }

    private static float threshold(String text) {
        try {
            float threshold = text == null || text.isBlank() ? 0.35f : Float.parseFloat(text);
            if (threshold >= 0 && threshold <= 1) {
                return threshold;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        throw Problem.badRequest("bad-threshold", "threshold must be a number from 0 to 1, not '" + text + "'.")
                .field("threshold", "0 to 1");
    }
}
