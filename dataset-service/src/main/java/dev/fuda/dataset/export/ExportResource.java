package dev.fuda.dataset.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.dataset.DatasetRepository;
import dev.fuda.dataset.export.ExportRequest.Format;
import dev.fuda.dataset.scan.AllowedRoots;
import dev.fuda.dataset.search.Condition;
import dev.fuda.dataset.search.ItemSearch;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives a dataset away as a zip. */
@Path("/datasets/{dataset_id}/export")
@Tag(name = "export")
public class ExportResource {

    /** Says {@code applied}, {@code off}, or {@code away} when the dictionary did not answer. */
    static final String ALIASES_HEADER = "X-Fuda-Aliases";

    /** As {@link #ALIASES_HEADER}, with how many names are known, nearest or unknown to the target when applied. */
    static final String VOCABULARY_HEADER = "X-Fuda-Vocabulary";

    private static final String ZIP = "application/zip";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DatasetRepository datasets;
    private final ItemSearch search;
    private final ExportItems items;
    private final ExportNames names;
    private final AllowedRoots roots;
    private final ObjectMapper json;

    ExportResource(
            DatasetRepository datasets,
            ItemSearch search,
            ExportItems items,
            ExportNames names,
            AllowedRoots roots,
            ObjectMapper json) {
        this.datasets = datasets;
        this.search = search;
        this.items = items;
        this.names = names;
        this.roots = roots;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({ZIP, MediaType.APPLICATION_JSON})
    @RunOnVirtualThread
    @Operation(summary = "Export items with their captions as a zip, written while it is sent")
    @APIResponse(
            responseCode = "200",
            description =
                    "The zip. X-Fuda-Aliases says whether the dictionary's names were applied, off, or away;"
                            + " X-Fuda-Vocabulary the same of the names of a target, with how many it knows, how many are written"
                            + " as the nearest that it knows, and how many stay as they are: applied; known=9; nearest=2; unknown=1.",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportDataset(@PathParam("dataset_id") long dataset, ExportRequest request)
            throws InterruptedException {
        ExportRequest given = request == null ? ExportRequest.EVERYTHING : request;
        await(datasets.require(dataset));
        Condition condition = await(search.condition(dataset, given.search()));
        if (await(items.count(condition)) == 0) {
            throw Problem.unprocessable("nothing-to-export", "No item matches, so there is nothing to export.");
        }
        String captionType = captionType(given.captionType());
        ExportNames.Names written = names.of(given, () -> await(items.tagNames(condition, captionType)));
        ExportPlan plan = new ExportPlan(
                await(items.datasetName(dataset)),
                given.format() == null ? Format.TXT : given.format(),
                captionType,
                groups(given.excludeTagGroups()),
                written.changed(),
                given.includeImages() == null || given.includeImages());
        StreamingOutput body = out -> write(out, plan, condition);
        return Response.ok(body, ZIP)
                .header("Content-Disposition", disposition(plan.dataset()))
                .header(ALIASES_HEADER, written.aliases())
                .header(VOCABULARY_HEADER, written.vocabulary())
                .build();
    }

    private void write(OutputStream out, ExportPlan plan, Condition condition) throws IOException {
        new ZipExport(out, plan, json, roots::contains).write(last -> await(items.after(last, condition)));
    }

    private static String captionType(String given) {
        String type = given == null || given.isBlank() ? "main" : given.strip();
        if (type.length() > 64) {
            throw Problem.badRequest("bad-caption-type", "caption_type is a subtype of captions such as main or alt.")
                    .field("caption_type", "is too long");
        }
        return type;
    }

    private static Set<String> groups(List<String> given) {
        if (given == null) {
            return Set.of();
        }
        if (given.size() > 200 || given.stream().anyMatch(group -> group == null)) {
            throw Problem.badRequest("bad-tag-groups", "exclude_tag_groups are at most 200 names of groups.")
                    .field("exclude_tag_groups", "at most 200 names");
        }
        return given.stream()
                .map(group -> group.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String disposition(String dataset) {
        String plain = dataset.replaceAll("[^A-Za-z0-9 _.-]", "_").strip();
        String full = URLEncoder.encode(dataset, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + ".zip\"; filename*=UTF-8''" + full + ".zip";
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
