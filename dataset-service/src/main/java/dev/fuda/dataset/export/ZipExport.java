package dev.fuda.dataset.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.caption.CaptionState;
import dev.fuda.dataset.export.ExportItems.Image;
import dev.fuda.dataset.export.ExportItems.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes one export as a zip, item by item, so that its size does not matter. Images are stored as they are; files that
 * cannot be read are left out and listed in {@code export-problems.txt}.
 */
final class ZipExport {

    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final ExportPlan plan;
    private final ObjectMapper json;
    private final Predicate<Path> allowed;
    private final List<String> problems = new ArrayList<>();
    private boolean control;
    private boolean masks;

    /** @param allowed whether a file without symbolic links may be read */
    ZipExport(OutputStream out, ExportPlan plan, ObjectMapper json, Predicate<Path> allowed) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.plan = plan;
        this.json = json;
        this.allowed = allowed;
    }

    /** Items in the order of their ids, page by page; an empty page is the end. They are read as often as needed. */
    interface Pages {
        List<Item> after(long id) throws IOException;

        default void forEach(Step step) throws IOException {
            for (List<Item> page = after(0);
                    !page.isEmpty();
                    page = after(page.getLast().state().id())) {
                for (Item item : page) {
                    step.accept(item);
                }
            }
        }
    }

    /** What is done with one item. */
    interface Step {
        void accept(Item item) throws IOException;
    }

    /** Writes the whole export. */
    void write(Pages pages) throws IOException {
        JsonDocuments documents = new JsonDocuments(zip, plan, json);
        switch (plan.format()) {
            case TXT -> addAll(pages, true);
            case JSON -> {
                documents.dataset(pages);
                documents.captions(pages);
                addAll(pages, false);
            }
            case AI_TOOLKIT -> {
                addAll(pages, true);
                text("config/dataset.yaml", TrainerConfig.aiToolkit(control, masks));
            }
            case KOHYA -> {
                addAll(pages, true);
                text("dataset.toml", TrainerConfig.kohya(new EntryNames(plan).kohyaFolder(), control));
            }
        }
        if (!problems.isEmpty()) {
            text("export-problems.txt", String.join("\n", problems) + "\n");
        }
        zip.finish();
    }

    private void addAll(Pages pages, boolean captions) throws IOException {
        EntryNames names = new EntryNames(plan);
        pages.forEach(item -> {
            EntryNames.Entries entries = names.of(item);
            for (Image image : item.images()) {
                String entry = entries.images().get(image.suffix());
                control |= entry.startsWith("control/");
                masks |= entry.startsWith("masks/");
                if (plan.images()) {
                    store(entry, item.state().root(), image.path());
                }
            }
            Optional<CaptionState> caption = captions ? plan.captionOf(item.state()) : Optional.empty();
            if (caption.isPresent()) {
                text(entries.caption(), caption.get().content());
            }
        });
    }

    private void text(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Stored, not deflated: images do not get smaller. The checksum has to come first, so the file is read twice. */
    private void store(String name, Path root, String path) throws IOException {
        Path file;
        CRC32 sum = new CRC32();
        long size;
        try {
            file = root.resolve(path).toRealPath();
            if (!allowed.test(file)) {
                problems.add(path + ": leads outside of the folders that Fuda may read");
                return;
            }
            size = digest(file, sum);
        } catch (IOException | SecurityException e) {
            problems.add(path + ": cannot be read");
            return;
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(zip);
        }
        // Fails when the file changed in between: a broken download is better than a wrong one.
        zip.closeEntry();
    }

    private static long digest(Path file, CRC32 sum) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
                size += n;
            }
        }
        return size;
    }
}
