package dev.fuda.dataset.scan;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Folders to choose from, inside of the allowed roots. */
@Path("/folders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "datasets")
public class FolderResource {

    private final AllowedRoots roots;

    FolderResource(AllowedRoots roots) {
        this.roots = roots;
    }

    /**
     * A folder with the folders in it.
     *
     * @param parent the folder above, or null where it lies outside of the roots
     * @param folders by name; at most 1,000
     * @param truncated whether there are more
     */
    public record FolderListing(
            String path, String parent, List<String> roots, List<FolderEntry> folders, boolean truncated) {}

    /** @param images image files directly in the folder, counted up to 1,000 */
    public record FolderEntry(String name, String path, int images) {}

    @GET
    @Operation(summary = "The folders in a folder; without a path, in the first allowed root")
    public Uni<FolderListing> listFolders(@QueryParam("path") String path) {
        return Uni.createFrom()
                .item(() -> FolderBrowser.list(roots, path))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
