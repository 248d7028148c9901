package dev.fuda.dictionary.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.tag.Source;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/tag-dictionary/export")
@Tag(name = "tag-dictionary")
public class ExportResource {

    private static final String CSV = "text/csv";

    @Inject
    TagRows tags;

    @Inject
    ObjectMapper json;

    /** The form of the file. */
    @Schema(name = "TagExportFormat")
    public enum Format {
        @JsonProperty("json")
        JSON,
        @JsonProperty("csv")
        CSV
    }

    /**
     * What to export.
     *
     * @param category one category, or all
     * @param sourceFilter one source, or all
     * @param official only official tags, or only others; both when left out
     * @param spreadsheet whether cells of a CSV file that a spreadsheet would run are made harmless; true by default
     * @param whole whether JSON holds whole tags, which an import brings back as they were; by default that of all
     *     categories does, and that of one is {@code {tag: count}}
     * @param vocabularyId only the tags that this vocabulary has, named and counted as there
     */
    @Schema(name = "TagExportRequest")
    public record ExportRequest(
            @Nullable String category,
            @Nullable Format format,
            @Nullable String sourceFilter,
            @Nullable Boolean official,
            @Nullable Boolean spreadsheet,
            @Nullable Boolean whole,
            @Nullable Long vocabularyId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RunOnVirtualThread
    @Operation(
            summary = "Export tags as a file, written while it is sent",
            description =
                    "JSON of one category is {tag: count}; JSON of all, or with whole=true, is a list of whole tags"
                            + " with aliases, texts, translations and replacements. CSV has the columns name to description. An"
                            + " import reads each of them back as it was.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response exportTags(ExportRequest request) throws SQLException {
        ExportRequest given = request == null ? new ExportRequest(null, null, null, null, null, null, null) : request;
        ExportChoice choice = new ExportChoice(
                category(given.category()), source(given.sourceFilter()), given.official(), given.vocabularyId());
        requireVocabulary(choice);
        boolean csv = given.format() == Format.CSV;
        boolean neutralise = given.spreadsheet() == null || given.spreadsheet();
        boolean whole = given.whole() == null ? choice.category() == null : given.whole();
        StreamingOutput body = out -> {
            if (csv) {
                writeCsv(out, choice, neutralise);
            } else {
                writeJson(out, choice, whole);
            }
        };
        String label = choice.category() == null ? "tags" : choice.category().label();
        String file = Character.toUpperCase(label.charAt(0)) + label.substring(1) + (csv ? ".csv" : ".json");
        return Response.ok(body, csv ? CSV + ";charset=UTF-8" : MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    private void writeCsv(OutputStream out, ExportChoice choice, boolean neutralise) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        SpreadsheetCsv csv = new SpreadsheetCsv(writer, neutralise);
        csv.header();
        read(choice, csv::row);
        writer.flush();
    }

    private void writeJson(OutputStream out, ExportChoice choice, boolean whole) throws IOException {
        try (JsonGenerator writer = json.createGenerator(out)) {
            if (whole) {
                writer.writeStartArray();
                read(choice, tag -> json.writeValue(writer, tag));
                writer.writeEndArray();
            } else {
                writer.writeStartObject();
                read(choice, tag -> writer.writeNumberField(tag.tag(), tag.count()));
                writer.writeEndObject();
            }
        }
    }

    private void read(ExportChoice choice, TagRows.Taker taker) throws IOException {
        try {
            tags.read(choice, taker);
        } catch (SQLException e) {
            throw new IOException("The tags could not be read to their end", e);
        }
    }

    /** Before the answer begins: afterwards it can't be refused any more. */
    private void requireVocabulary(ExportChoice choice) throws SQLException {
        if (choice.vocabulary() != null && !tags.hasVocabulary(choice.vocabulary())) {
            throw Problem.unprocessable("no-such-vocabulary", "There is no vocabulary " + choice.vocabulary() + ".")
                    .field("vocabulary_id", "not known");
        }
    }

    private static Category category(String text) {
        if (isAll(text)) {
            return null;
        }
        return Category.ofLabel(text.strip())
                .orElseThrow(() -> Problem.badRequest(
                                "bad-category",
                                "There is no category '" + text + "'. Known are: all, " + Category.labels() + ".")
                        .field("category", "one of all, " + Category.labels()));
    }

    private static Source source(String text) {
        if (isAll(text)) {
            return null;
        }
        try {
            return Source.ofLabel(text.strip());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-source", "There is no source '" + text + "'.")
                    .field("source_filter", "one of all, danbooru, user_custom, auto_detected");
        }
    }

    private static boolean isAll(String text) {
        return text == null || text.isBlank() || text.strip().equalsIgnoreCase("all");
    }
}
