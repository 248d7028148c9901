package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.file.Vocabulary;
import dev.fuda.dictionary.name.Category;
import dev.fuda.kernel.problem.Problem;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The form of an import. */
public class ImportForm {
    @RestForm
    @Schema(
            description = "CSV name,category,count,\"aliases\" or with a header, JSON {tag: count}, or JSON of whole"
                    + " tags as an export writes it; UTF-8")
    public FileUpload file;

    @RestForm
    @Schema(description = "Category of rows that name none; by default told from the file's name (Character.json)")
    public String category;

    @RestForm("conflict_resolution")
    @Schema(
            description = "What happens to tags that exist: skip leaves them; update takes count and category, and the"
                    + " texts that the file has; merge adds aliases, keeps the higher count and fills empty texts",
            enumeration = {"skip", "update", "merge"},
            defaultValue = "skip")
    public String conflictResolution;

    @RestForm
    @Schema(
            description = "Whose category numbers the file has; by default told from its name",
            enumeration = {"danbooru", "e621"})
    public String vocabulary;

    @RestForm
    @Schema(
            description = "Which site's list it is; by default whose category numbers it has. One of another site than"
                    + " Danbooru says what tags are there and how often, and leaves the dictionary's own category and"
                    + " count; tags that nobody had become tags of yours",
            enumeration = {"danbooru", "e621"})
    public String format;

    @RestForm("dry_run")
    @Schema(
            description = "Only tell what would happen",
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN,
            defaultValue = "false")
    public String dryRun;

    record Choice(TagFile file, Site site, Conflicts conflicts, boolean dryRun) {}

    /**
     * The checked values.
     *
     * @throws Problem 400 for whatever can't be
     */
    Choice check() {
        if (file == null || file.fileName() == null) {
            throw Problem.badRequest("file-missing", "The form has no file. Send the tag list as part 'file'.")
                    .field("file", "required");
        }
        Conflicts conflicts = isBlank(conflictResolution) ? Conflicts.SKIP : Conflicts.parse(conflictResolution);
        boolean tryOnly = flag(dryRun);
        Site site = isBlank(format) ? null : Site.parse(format);
        Vocabulary numbers = vocabulary(vocabulary);
        if (numbers == null) {
            numbers = site == null ? Vocabulary.ofFileName(fileName(file)) : site.numbers();
        }
        TagFile list = new TagFile(file.uploadedFile(), fileName(file), category(category), numbers);
        return new Choice(list, site == null ? Site.of(numbers) : site, conflicts, tryOnly);
    }

    /** The last part of the name, however the browser's system writes paths; at most 255 characters. */
    private static String fileName(FileUpload file) {
        String name = file.fileName().replace('\\', '/').replace("\0", "");
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.isBlank() ? "tags" : last.substring(0, Math.min(255, last.length()));
    }

    private static Category category(String text) {
        if (isBlank(text)) {
            return null;
        }
        return Category.ofLabel(text.strip())
                .orElseThrow(() -> Problem.badRequest(
                                "bad-category",
                                "There is no category '" + text + "'. Known are: " + Category.labels() + ".")
                        .field("category", "one of " + Category.labels()));
    }

    private static Vocabulary vocabulary(String text) {
        if (isBlank(text)) {
            return null;
        }
        for (Vocabulary each : Vocabulary.values()) {
            if (each.name().equalsIgnoreCase(text.strip())) {
                return each;
            }
        }
        throw Problem.badRequest("bad-vocabulary", "vocabulary must be danbooru or e621, not '" + text + "'.")
                .field("vocabulary", "danbooru or e621");
    }

    private static boolean flag(String text) {
        if (isBlank(text)) {
            return false;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.badRequest("bad-flag", "dry_run must be true or false, not '" + text + "'.")
                        .field("dry_run", "true or false");
        };
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
