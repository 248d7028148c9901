package dev.fuda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The main job of Fuda, step by step over HTTP, as the browser does it: a folder of images becomes a dataset that is
 * tagged, searched, edited and exported. Prints each step with its counts and the time it took.
 */
public final class Demo {

    private static final double THRESHOLD = 0.35;
    private static final int MEASURED_WITHOUT_EDITING = 24;
    private static final List<String> SEARCHES =
            List.of("1girl, -short_hair, width:>=512", "night_sky | sunset", "white_background, -1girl", "monochrome");

    private final FudaApi api;
    private final Steps steps;
    private final Path folder;
    private final Path exportFile;
    private final boolean own;
    private final boolean edit;

    /**
     * @param own whether the folder is a person's, not the sample
     * @param edit whether caption files may be changed
     */
    Demo(FudaApi api, Steps steps, Path folder, Path exportFile, boolean own, boolean edit) {
        this.api = api;
        this.steps = steps;
        this.folder = folder;
        this.exportFile = exportFile;
        this.own = own;
        this.edit = edit;
    }

    /** {@code --data DIR [--folder DIR [--edit]]}: on the stack that runs on the data folder, which {@code ./fuda demo} starts. */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        Optional<String> folder = after(words, "--folder");
        Path scratch = Path.of(System.getProperty("fuda.root", "."), ".fuda")
                .toAbsolutePath()
                .normalize();
        try {
            Demo demo = new Demo(
                    new FudaApi(address(Path.of(after(words, "--data").orElse("")))),
                    new Steps(System.out, System.console() != null),
                    folder.map(Path::of).orElse(scratch.resolve("sample")),
                    scratch.resolve("demo-export.zip"),
                    folder.isPresent(),
                    folder.isEmpty() || words.contains("--edit"));
            demo.run();
        } catch (DemoFailure | UncheckedIOException e) {
            System.err.println("The demo stopped: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Optional<String> after(List<String> words, String option) {
        int at = words.indexOf(option);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    /** Where the stack of a data folder answers. */
    private static String address(Path data) {
        Properties state = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("state.properties"))) {
            state.load(in);
        } catch (IOException e) {
            throw new DemoFailure("No Fuda runs on " + data + ". ./fuda demo starts one.");
        }
        return "http://127.0.0.1:" + state.getProperty("gateway.port");
    }

    void run() {
        if (!own) {
            steps.step("Draw sample pictures into " + folder, this::draw);
        }
        long dataset = steps.step("Register the folder as a dataset and scan it", this::register);
        steps.step(
                "Tag the images with the model 'palette', which measures them in ONNX Runtime",
                () -> edit ? autoTag(dataset) : measure(dataset));
        steps.step("Search", () -> search(dataset));
        if (edit) {
            steps.step("Edit the tags of one image; its caption file follows", () -> edit(dataset));
        }
        steps.step("Export as a zip", () -> export(dataset));
        System.out.printf("%nThe same by hand, in a browser: %s/datasets/%d%n", api.address(), dataset);
    }

    private SampleFolder.Drawn draw() {
        SampleFolder.Drawn drawn = SampleFolder.draw(folder);
        steps.line(drawn.images() + " images (JPEG, PNG, WebP; " + drawn.pairs() + " source/target pairs), "
                + drawn.captions() + " caption files, " + drawn.broken() + " broken files");
        return drawn;
    }

    private long register() {
        String name = own ? folder.getFileName().toString() : "Sample";
        Optional<JsonNode> known = known();
        long id;
        String job;
        if (known.isPresent() && own) {
            id = known.get().path("id").asLong();
            job = api.post("/api/datasets/" + id + "/reindex", Map.of())
                    .path("job_id")
                    .asText();
        } else {
            known.ifPresent(old -> api.delete("/api/datasets/" + old.path("id").asLong()));
            JsonNode made =
                    api.post("/api/datasets", Map.of("name", name, "path", folder.toString(), "read_exif", true));
            id = made.path("id").asLong();
            job = made.path("index_job_id").asText();
        }
        steps.follow(api, "dataset", job, "scanned");
        JsonNode dataset = api.get("/api/datasets/" + id);
        steps.line("%d images as %d items, %d captions, %d items without one"
                .formatted(
                        dataset.path("total_images").asInt(),
                        dataset.path("total_items").asInt(),
                        dataset.path("total_captions").asInt(),
                        dataset.path("items_without_caption").asInt()));
        problems(id);
        if (dataset.path("total_images").asInt() == 0) {
            throw new DemoFailure("There is no image in " + folder + ".");
        }
        return id;
    }

    private Optional<JsonNode> known() {
        for (JsonNode dataset : api.get("/api/datasets?limit=200")) {
            if (dataset.path("path").asText().equals(folder.toString())) {
                return Optional.of(dataset);
            }
        }
        return Optional.empty();
    }

    private void problems(long dataset) {
        JsonNode answer = api.get("/api/datasets/" + dataset + "/problems?limit=5");
        JsonNode rows = answer.isArray() ? answer : answer.elements().hasNext() ? firstArray(answer) : answer;
        rows.forEach(row -> steps.line("unreadable: " + row.path("path").asText() + " ("
                + row.path("detail").asText(row.path("reason").asText()) + ")"));
    }

    private static JsonNode firstArray(JsonNode object) {
        for (JsonNode value : object) {
            if (value.isArray()) {
                return value;
            }
        }
        return object;
    }

    private JsonNode autoTag(long dataset) {
        JsonNode started = api.post(
                "/api/datasets/" + dataset + "/auto-tag",
                Map.of("model_name", "palette", "threshold", THRESHOLD, "mode", "add", "caption_type", "main"));
        JsonNode job = steps.follow(api, "dataset", started.path("job_id").asText(), "tagged");
        steps.line("%d images tagged, %d failed"
                .formatted(job.path("done").asInt(), job.path("failed").asInt()));
        steps.line("now most frequent: " + frequent(dataset));
        return job;
    }

    private String frequent(long dataset) {
        List<String> tags = new ArrayList<>();
        api.get("/api/datasets/" + dataset + "/tags?limit=12")
                .forEach(row -> tags.add(
                        row.path("tag").asText() + " " + row.path("count").asInt()));
        return String.join(", ", tags);
    }

    /** What the model would say, asked image by image and applied nowhere. */
    private Map<String, Integer> measure(long dataset) {
        Map<String, Integer> counts = new TreeMap<>();
        JsonNode items = api.get("/api/datasets/" + dataset + "/items?limit=" + MEASURED_WITHOUT_EDITING)
                .path("items");
        for (JsonNode item : items) {
            JsonNode answer = api.upload(
                    "/api/taggers/predict",
                    "image",
                    folder.resolve(item.path("relative_path").asText()),
                    Map.of("model", "palette", "threshold", String.valueOf(THRESHOLD)));
            answer.path("predictions")
                    .forEach(category ->
                            category.forEach(pair -> counts.merge(pair.path(0).asText(), 1, Integer::sum)));
        }
        steps.line(items.size() + " images measured; nothing is applied without --edit");
        steps.line("seen: " + counts);
        return counts;
    }

    private int search(long dataset) {
        int found = 0;
        for (String query : SEARCHES) {
            JsonNode page = api.get("/api/datasets/" + dataset + "/items?limit=3&search=" + FudaApi.encoded(query));
            List<String> names = new ArrayList<>();
            page.path("items")
                    .forEach(item -> names.add(item.path("relative_path").asText()));
            int total = page.path("total").asInt();
            found += total;
            steps.line("%-34s %3d found%s"
                    .formatted(
                            query,
                            total,
                            names.isEmpty()
                                    ? ""
                                    : ": " + String.join(", ", names) + (total > names.size() ? ", …" : "")));
        }
        if (!own && found == 0) {
            throw new DemoFailure("None of the searches found anything in the sample.");
        }
        return found;
    }

    private String edit(long dataset) {
        JsonNode item = editable(dataset);
        Path file = captionFile(item);
        byte[] before = read(file);
        List<String> tags = new ArrayList<>();
        item.path("tags").path("main").forEach(tag -> tags.add(tag.path("tag").asText()));
        tags.addFirst("masterpiece");
        JsonNode result = api.put(
                "/api/datasets/" + dataset + "/items/" + item.path("id").asLong() + "/tags",
                Map.of(
                        "caption_type",
                        "main",
                        "tags",
                        tags,
                        "version",
                        item.path("version").asLong()));
        byte[] after = read(file);
        steps.line(folder.relativize(file).toString());
        steps.line("  before: " + text(before));
        steps.line("  after:  " + text(after));
        if (!text(after).contains("masterpiece")) {
            throw new DemoFailure("The caption file " + file + " did not follow the edit.");
        }
        String operation = result.path("operation_id").asText();
        api.post("/api/operations/" + operation + "/undo", Map.of());
        if (!Arrays.equals(before, read(file))) {
            throw new DemoFailure("After the undo, the caption file " + file + " is not what it was.");
        }
        steps.line("  undone: the file is byte for byte what it was");
        return operation;
    }

    /** The first item of the first search that has a caption file. */
    private JsonNode editable(long dataset) {
        for (String query : List.of(SEARCHES.getFirst(), "")) {
            JsonNode page = api.get("/api/datasets/" + dataset + "/items?limit=50&search=" + FudaApi.encoded(query));
            for (JsonNode item : page.path("items")) {
                if (!item.path("caption_paths").isEmpty() && Files.exists(captionFile(item))) {
                    return item;
                }
            }
        }
        throw new DemoFailure("No image in " + folder + " has a caption file to edit.");
    }

    private Path captionFile(JsonNode item) {
        JsonNode paths = item.path("caption_paths");
        return folder.resolve(paths.path("main").asText(paths.elements().next().asText()));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private int export(long dataset) {
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
