package dev.fuda.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Exports a dataset as a zip with images and caption files. */
final class Export {

    private final FudaApi api;
    private final Steps steps;

    Export(FudaApi api, Steps steps) {
        this.api = api;
        this.steps = steps;
    }

    /** Exports all items into {@code exportFile} and counts what is in it. */
    int show(long dataset, Path exportFile) {
        api.download(
                "/api/datasets/" + dataset + "/export",
                Map.of("format", "txt", "caption_type", "main", "apply_aliases", true, "include_images", true),
                exportFile);
        int images = 0;
        int texts = 0;
        int others = 0;
        try (InputStream in = Files.newInputStream(exportFile);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.endsWith(".txt")) {
                    texts++;
                } else if (name.matches(".*\\.(jpe?g|png|webp)")) {
                    images++;
                } else {
                    others++;
                }
            }
            steps.line("%d images and %d caption files%s, %d KB in %s"
                    .formatted(
                            images,
                            texts,
                            others > 0 ? " and " + others + " others" : "",
                            Files.size(exportFile) >> 10,
                            exportFile));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the export " + exportFile, e);
        }
        if (images == 0 || texts == 0) {
            throw new DemoFailure("The export has " + images + " images and " + texts + " caption files.");
        }
        return images + texts;
    }
}
