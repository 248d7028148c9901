package dev.fuda.dataset.item;

import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The pictures of items, as they are and small. */
@Path("/datasets")
@Tag(name = "items")
public class ImageResource {

    private static final Set<Integer> SIZES = Set.of(128, 256, 512);

    private final ItemFiles files;
    private final Thumbnails thumbnails;

    ImageResource(ItemFiles files, Thumbnails thumbnails) {
        this.files = files;
        this.thumbnails = thumbnails;
    }

    /** @param version the image_hash the caller knows; with it the answer may be cached for ever */
    @GET
    @Path("/{dataset_id}/items/{item_id}/image")
    @Operation(summary = "The image file as it is; ranges and ETag are understood")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<RestResponse<Object>> getItemImage(
            @PathParam("dataset_id") long dataset,
            @PathParam("item_id") long item,
            @QueryParam("suffix") String suffix,
            @QueryParam("v") String version,
            @HeaderParam("If-None-Match") String known,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange) {
        return files.find(dataset, item, suffix).map(file -> {
            if (matches(known, file.etag())) {
                return headers(ResponseBuilder.create(304, null), file.etag(), file, version)
                        .build();
            }
            boolean fresh = ifRange == null || ifRange.equals(file.etag());
            ByteRange part = fresh ? ByteRange.parse(range, file.size()) : null;
            ResponseBuilder<Object> answer = part == null
                    ? ResponseBuilder.<Object>ok(file.path())
                    : ResponseBuilder.<Object>create(206, null)
                            .entity(new PathPart(file.path(), part.start(), part.length()))
                            .header("Content-Range", part.contentRange(file.size()));
            return headers(answer, file.etag(), file, version)
                    .header("Accept-Ranges", "bytes")
                    .header("Content-Type", file.mediaType())
                    .build();
        });
    }

    /** @param version as for the image */
    @GET
    @Path("/{dataset_id}/items/{item_id}/thumbnail")
    @Operation(summary = "A small upright JPEG of an image, at most 128, 256 or 512 pixels wide and high")
    @APIResponse(
            responseCode = "200",
            description = "The thumbnail",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<RestResponse<Object>> getItemThumbnail(
            @PathParam("dataset_id") long dataset,
            @PathParam("item_id") long item,
            @QueryParam("suffix") String suffix,
            @QueryParam("size") @DefaultValue("256") int size,
            @QueryParam("v") String version,
            @HeaderParam("If-None-Match") String known) {
        if (!SIZES.contains(size)) {
            throw Problem.badRequest("bad-size", "size must be 128, 256 or 512, not " + size + ".")
                    .field("size", "128, 256 or 512");
        }
        return files.find(dataset, item, suffix).flatMap(file -> {
            String etag = "\"" + file.version() + "-" + size + "\"";
            if (matches(known, etag)) {
                return Uni.createFrom()
                        .item(headers(ResponseBuilder.create(304, null), etag, file, version)
                                .build());
            }
            return thumbnails
                    .of(file, size)
                    .map(thumbnail -> headers(ResponseBuilder.<Object>ok(thumbnail), etag, file, version)
                            .header("Content-Type", "image/jpeg")
                            .build());
        });
    }

    private static ResponseBuilder<Object> headers(
            ResponseBuilder<Object> answer, String etag, ItemFile file, String version) {
        // Without the version in its address the same address shows another image after a change.
        boolean immutable = file.version().equals(version);
        return answer.header("ETag", etag)
                .header("Cache-Control", immutable ? "private, max-age=31536000, immutable" : "private, no-cache")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static boolean matches(String known, String etag) {
        return known != null && (known.equals("*") || known.contains(etag));
    }
}
