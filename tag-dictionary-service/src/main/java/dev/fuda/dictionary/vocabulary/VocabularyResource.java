package dev.fuda.dictionary.vocabulary;

import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.dictionary.file.VocabularyFile;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Which tags sites and models know, and since when. */
@Path("/vocabularies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "vocabularies")
public class VocabularyResource {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int MOST_ON_A_PAGE = 1_000;
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_GROWING = 500;

    @Inject
    Pool pool;

    @Inject
    Vocabularies vocabularies;

    @Inject
    KnownNames known;

    @Inject
    Growth growth;

    /** The form of a new vocabulary. */
    public static class VocabularyForm {
        @RestForm
        @Schema(
                description = "A list of Danbooru or e621, selected_tags.csv of a WD tagger, tag_mapping.json of"
                        + " cl_tagger, or one name on each line; UTF-8")
        public FileUpload file;

        @RestForm
        @Schema(maxLength = 100)
        public String name;

        @RestForm
        @Schema(enumeration = {"danbooru", "e621", "wd", "cl_tagger", "custom"})
        public String kind;

        @RestForm("snapshot_date")
        @Schema(description = "Of which day it is, such as 2024-06-10")
        public String snapshotDate;

        @RestForm
        @Schema(maxLength = 2_000)
        public String description;
    }

    /**
     * A tag as a vocabulary has it.
     *
     * @param written as it is written there
     * @param count there, null where it does not say
     */
    @Schema(name = "VocabularyTag")
    public record VocabularyTag(
            long id, String tag, String written, @Nullable Long count) {}

    /** Part of a vocabulary, the most used tags first. */
    @Schema(name = "VocabularyTagPage")
    public record VocabularyTagPage(List<VocabularyTag> items, long total, int page, int limit, int totalPages) {}

    /** Names to look up. */
    @Schema(name = "KnownNamesRequest")
    public record KnownRequest(List<String> names) {}

    /** One answer for each name, in the order of the request. */
    @Schema(name = "KnownNamesResult")
    public record KnownResult(List<KnownNames.Known> results) {}

    @GET
    @Operation(summary = "Vocabularies, the newest snapshot first")
    public Uni<List<VocabularyView>> listVocabularies() {
        return pool.query("select * from vocabulary order by snapshot_date desc nulls last, lower(name) limit 1000")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(VocabularyView::of)
                        .toList());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Add a vocabulary from its file",
            description =
                    "One transaction. Names that the dictionary does not know are told; import them as tags first.")
    @APIResponseSchema(value = Vocabularies.Added.class, responseCode = "201", responseDescription = "The vocabulary")
    @APIResponse(responseCode = "409", description = "There is one of this name")
    public RestResponse<Vocabularies.Added> createVocabulary(VocabularyForm form) throws IOException {
        Vocabularies.Head head = check(form);
        try {
            Vocabularies.Added added = vocabularies
                    .add(head, new VocabularyFile(form.file.uploadedFile()))
                    .await()
                    .indefinitely();
            return RestResponse.ResponseBuilder.<Vocabularies.Added>created(
                            URI.create("/vocabularies/" + added.vocabulary().id()))
                    .entity(added)
                    .build();
        } catch (UnreadableFileException e) {
            throw Problem.unprocessable("unreadable-file", e.getMessage());
        }
    }

    @DELETE
    @Path("/{vocabulary_id}")
    @Operation(summary = "Remove a vocabulary; its tags stay in the dictionary")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> deleteVocabulary(@RestPath("vocabulary_id") long id) {
        return pool.preparedQuery("delete from vocabulary where id = $1")
                .execute(Tuple.of(id))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.notFound("vocabulary", id);
                    }
                })
                .replaceWithVoid();
    }

    @GET
    @Path("/{vocabulary_id}/tags")
    @Operation(summary = "The tags of a vocabulary, the most used first")
    public Uni<VocabularyTagPage> listVocabularyTags(
            @RestPath("vocabulary_id") long id,
            @RestQuery @DefaultValue("1") @Parameter(description = "From 1") int page,
            @RestQuery @DefaultValue("100") @Parameter(description = "1 to 1000") int limit) {
        Page part = Page.of(page, limit, MOST_ON_A_PAGE);
        return require(id)
                .flatMap(vocabulary -> pool.preparedQuery("""
                                select t.id, t.name, coalesce(v.name, t.name) as written, v.count
                                from vocabulary_tag v join tag t on t.id = v.tag_id where v.vocabulary_id = $1
                                order by v.count desc nulls last, t.name limit $2 offset $3
                                """)
                        .execute(Tuple.of(id, part.limit(), part.offset()))
                        .map(rows -> new VocabularyTagPage(
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> new VocabularyTag(
                                                row.getLong("id"),
                                                row.getString("name"),
                                                row.getString("written"),
                                                row.getLong("count")))
                                        .toList(),
                                vocabulary.tags(),
                                part.page(),
                                part.limit(),
                                part.pages(vocabulary.tags()))));
    }

    @POST
    @Path("/{vocabulary_id}/known")
    @Operation(
            summary = "Which of these names a vocabulary knows, and how to write them there",
            description = "The very name comes first, then what it means today, over aliases and replacements, then the"
                    + " deprecated names of that: an old model knows only these. For a tag that is not there the nearest"
                    + " that is: the most used one that it implies.")
    public Uni<KnownResult> knownNames(@RestPath("vocabulary_id") long id, KnownRequest request) {
        if (request == null
                || request.names() == null
                || request.names().size() > MOST_NAMES
                || request.names().contains(null)) {
            throw Problem.badRequest("bad-names", "names must be a list of at most " + MOST_NAMES + " texts.")
                    .field("names", "at most " + MOST_NAMES + " texts, none null");
        }
        return require(id)
                .flatMap(vocabulary -> known.find(vocabulary.id(), request.names()))
                .map(KnownResult::new);
    }

    @GET
    @Path("/growth")
    @Operation(summary = "Tags that grew most from one vocabulary to another")
    public Uni<List<Growth.GrowingTag>> listGrowingTags(
            @RestQuery @Parameter(required = true, description = "The older vocabulary") Long from,
            @RestQuery @Parameter(required = true, description = "The newer vocabulary") Long to,
            @RestQuery @DefaultValue("100") @Parameter(description = "1 to 500") int limit) {
        if (from == null || to == null || from.equals(to)) {
            throw Problem.badRequest("bad-vocabularies", "Growth needs two vocabularies, from and to.")
                    .field(from == null ? "from" : "to", "another vocabulary's id");
        }
        int most = Page.of(1, limit, MOST_GROWING).limit();
        return require(from).flatMap(one -> require(to)).flatMap(two -> growth.between(from, to, most));
    }

    private Uni<VocabularyView> require(long id) {
        return pool.preparedQuery("select * from vocabulary where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("vocabulary", id);
                    }
                    return VocabularyView.of(rows.iterator().next());
                });
    }

    private static Vocabularies.Head check(VocabularyForm form) {
        Problem problem =
                Problem.badRequest("bad-vocabulary", "The vocabulary can't be kept as it is; see the fields.");
        if (form.file == null || form.file.fileName() == null) {
            problem.field("file", "required");
        }
        String name = form.name == null ? "" : form.name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problem.field("name", "1 to " + LONGEST_NAME + " characters, on one line");
        }
        VocabularyKind kind = null;
        try {
            kind = VocabularyKind.valueOf(
                    form.kind == null ? "" : form.kind.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problem.field("kind", "one of danbooru, e621, wd, cl_tagger, custom");
        }
        LocalDate date = null;
        try {
            date = form.snapshotDate == null || form.snapshotDate.isBlank()
                    ? null
                    : LocalDate.parse(form.snapshotDate.strip());
            if (date != null && (date.getYear() < 2005 || date.getYear() > 2200)) {
                problem.field("snapshot_date", "from 2005 on");
            }
        } catch (DateTimeParseException e) {
            problem.field("snapshot_date", "a day such as 2024-06-10");
        }
        String description = form.description == null || form.description.isBlank() ? null : form.description.strip();
        if (description != null && (description.length() > LONGEST_DESCRIPTION || description.indexOf('\0') >= 0)) {
            problem.field("description", "at most " + LONGEST_DESCRIPTION + " characters");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        String file = form.file.fileName().replace("\0", "");
        return new Vocabularies.Head(name, kind, date, description, file.substring(0, Math.min(255, file.length())));
    }
}
