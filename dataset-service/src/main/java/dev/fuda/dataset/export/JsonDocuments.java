package dev.fuda.dataset.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.caption.CaptionState;
import dev.fuda.dataset.caption.ItemState;
import dev.fuda.dataset.caption.TagState;
import dev.fuda.dataset.export.ExportItems.Image;
import dev.fuda.dataset.export.ExportItems.Item;
import dev.fuda.dataset.export.ZipExport.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The JSON files of an export, written item by item. */
final class JsonDocuments {

    private final ZipOutputStream zip;
    private final ExportPlan plan;
    private final ObjectMapper json;

    JsonDocuments(ZipOutputStream zip, ExportPlan plan, ObjectMapper json) {
        this.zip = zip;
        this.plan = plan;
        this.json = json;
    }

    /**
     * One item in {@code dataset.json}.
     *
     * @param image its file in the zip
     * @param images all files of a pair or group by suffix
     * @param caption the text of the caption that was asked for, or null
     * @param tags of that caption
     */
    private record Described(
            long id,
            String image,
            int width,
            int height,
            String sha256,
            Map<String, String> images,
            String caption,
            List<TagState> tags,
            List<Text> captions) {}

    private record Text(String captionType, String captionSubtype, String content, String language, String source) {}

    /** {@code dataset.json}: everything about every item. */
    void dataset(Pages pages) throws IOException {
        write("dataset.json", out -> {
            EntryNames names = new EntryNames(plan);
            out.writeStartObject();
            out.writeStringField("dataset", plan.dataset());
            out.writeStringField("caption_type", plan.captionType());
            out.writeArrayFieldStart("items");
            pages.forEach(item -> json.writeValue(out, describe(item, names.of(item))));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** {@code captions.json}: captions by image, what ai-toolkit reads as {@code dataset_path}. */
    void captions(Pages pages) throws IOException {
        write("captions.json", out -> {
            EntryNames names = new EntryNames(plan);
            out.writeStartObject();
            pages.forEach(item -> {
                String image = names.of(item).images().get(primary(item).suffix());
                Optional<CaptionState> caption = plan.captionOf(item.state());
                if (caption.isPresent()) {
                    out.writeObjectFieldStart(image);
                    out.writeStringField("caption", caption.get().content());
                    out.writeEndObject();
                }
            });
            out.writeEndObject();
        });
    }

    private interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    private void write(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        JsonGenerator out = json.createGenerator(zip)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        content.write(out);
        out.close();
        zip.closeEntry();
    }

    private Described describe(Item item, EntryNames.Entries entries) {
        Image image = primary(item);
        Optional<CaptionState> caption = plan.captionOf(item.state());
        return new Described(
                item.state().id(),
                entries.images().get(image.suffix()),
                image.width(),
                image.height(),
                image.sha256(),
                item.images().size() > 1 ? entries.images() : Map.of(),
                caption.map(CaptionState::content).orElse(null),
                caption.map(CaptionState::tags).orElse(List.of()),
                item.state().captions().stream().map(JsonDocuments::text).toList());
    }

    private static Text text(ItemState.StoredCaption stored) {
        CaptionState state = stored.state();
        return new Text(state.captionType(), state.captionSubtype(), state.content(), state.language(), state.source());
    }

    private static Image primary(Item item) {
        return item.images().getFirst();
    }
}
