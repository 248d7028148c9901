package dev.fuda.dictionary.relation;

import dev.fuda.dictionary.file.RelationFile;
import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Lists of aliases and implications, as Danbooru and e621 give them out. */
@Path("/tag-relations/import")
@Tag(name = "tag-aliases")
public class RelationImportResource {

    @Inject
    RelationImport imports;

    @Inject
    Author author;

    /** The form of an import. */
    public static class RelationForm {
        @RestForm
        @Schema(
                description =
                        "Tabs or commas between the columns antecedent_name, consequent_name and, if known, status;"
                                + " UTF-8")
        public FileUpload file;

        @RestForm
        @Schema(enumeration = {"alias", "implication"})
        public String kind;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Import a list of aliases or implications",
            description = "One transaction. Chains are resolved to their ends; a line that would close a circle is"
                    + " refused and the circle named; what is deleted or retired at the site leads nowhere here.")
    public RelationReport importTagRelations(RelationForm form) throws IOException {
        Problem problem = Problem.badRequest("bad-relation-list", "The list can't be read as it is; see the fields.");
        if (form.file == null || form.file.fileName() == null) {
            problem.field("file", "required");
        }
        boolean aliases = "alias".equals(form.kind);
        if (!aliases && !"implication".equals(form.kind)) {
            problem.field("kind", "alias or implication");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        RelationFile file = new RelationFile(form.file.uploadedFile());
        try {
            return aliases ? imports.aliases(file, author.name()) : imports.implications(file, author.name());
        } catch (UnreadableFileException e) {
            throw Problem.unprocessable("unreadable-file", e.getMessage());
        }
    }
}
