package dev.fuda.dictionary.translation;

import dev.fuda.dictionary.file.TranslationFile;
import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/tag-translations/import")
@Tag(name = "tag-translations")
public class TranslationImportResource {

    @Inject
    TranslationImport imports;

    /** The form of an import. */
    public static class TranslationForm {
        @RestForm
        @Schema(description = "CSV tag,translation; several are separated by 、 or | or stand in further fields; UTF-8")
        public FileUpload file;

        @RestForm
        @Schema(description = "The language of the list", examples = "ja")
        public String language;

        @RestForm
        @Schema(description = "Who says so; by default the name of the file")
        public String source;

        @RestForm
        @Schema(
                description = "Whether tags that are translated into the language already are only offered what"
                        + " differs, as alternatives",
                type = SchemaType.BOOLEAN,
                defaultValue = "false")
        public String offer;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Import a list of translations",
            description = "One transaction. Adds what is new after what is there; rows of unknown tags are counted.")
    public TranslationImport.Report importTagTranslations(TranslationForm form) throws IOException {
        Problem problem =
                Problem.badRequest("bad-translation-list", "The list can't be read as it is; see the fields.");
        if (form.file == null || form.file.fileName() == null) {
            problem.field("file", "required");
        }
        String language = Translation.language(form.language, "language", problem);
        String source = form.source == null || form.source.isBlank()
                ? form.file == null ? "list" : name(form.file)
                : form.source.strip();
        if (source.length() > 100 || source.indexOf('\0') >= 0) {
            problem.field("source", "at most 100 characters");
        }
        String offer = form.offer == null ? "" : form.offer.strip().toLowerCase(Locale.ROOT);
        if (!offer.matches("|true|false")) {
            problem.field("offer", "true or false");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        try {
            return imports.run(new TranslationFile(form.file.uploadedFile(), language), source, offer.equals("true"));
        } catch (UnreadableFileException | TranslationImport.TooManyException e) {
            throw Problem.unprocessable("unreadable-file", e.getMessage());
        }
    }

    private static String name(FileUpload file) {
        String name =
                file.fileName() == null ? "" : file.fileName().replace("\0", "").strip();
        return name.isEmpty() ? "list" : name.substring(0, Math.min(100, name.length()));
    }
}
