package dev.fuda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

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
    private final LiveEvents events;
    private final Steps steps;
    private final Path folder;
    private final boolean own;
    private final boolean edit;

    /**
     * @param own whether the folder is a person's, not the sample
     * @param edit whether caption files may be changed
     */
    Demo(FudaApi api, LiveEvents events, Steps steps, Path folder, boolean own, boolean edit) {
        this.api = api;
        this.events = events;
        this.steps = steps;
        this.folder = folder;
        this.own = own;
        this.edit = edit;
    }

    /** {@code --data DIR [--folder DIR [--edit]]}: on the stack that runs on the data folder, which {@code ./fuda demo} starts. */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        Optional<String> folder = after(words, "--folder");
        try {
            FudaApi api = new FudaApi(address(Path.of(after(words, "--data").orElse(""))));
            try (LiveEvents events = new LiveEvents(api.address())) {
                new Demo(
                                api,
                                events,
                                new Steps(System.out, System.console() != null),
                                folder.map(Path::of).orElse(scratch("sample")),
                                folder.isPresent(),
                                folder.isEmpty() || words.contains("--edit"))
                        .run();
            }
        } catch (DemoFailure | UncheckedIOException e) {
            System.err.println("The demo stopped: " + e.getMessage());
            System.exit(1);
        }
    }

    /** What the demo makes lies in a folder of the project that git ignores. */
    private static Path scratch(String name) {
        return Path.of(System.getProperty("fuda.root", "."), ".fuda", name)
                .toAbsolutePath()
                .normalize();
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
            steps.step(
                    "Edit the tags of one image; its caption file follows",
                    () -> new CaptionEdit(api, steps, folder).show(dataset, SEARCHES.getFirst()));
        }
        steps.step("Export as a zip", () -> new Export(api, steps).show(dataset, scratch("demo-export.zip")));
        System.out.printf("%nThe same by hand, in a browser: %s/dataset/%d%n", api.address(), dataset);
    }

    private SampleFolder.Drawn draw() {
        SampleFolder.Drawn drawn = SampleFolder.draw(folder);
        steps.line(drawn.images() + " images (JPEG, PNG, WebP; " + drawn.pairs() + " source/target pairs), "
                + drawn.captions() + " caption files, " + drawn.broken() + " broken files");
        return drawn;
    }

    private long register() {
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
                    api.post("/api/datasets", Map.of("name", freeName(), "path", folder.toString(), "read_exif", true));
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
        events.await("DatasetReindexed", 1, 3_000);
        steps.line("events: " + events.take(List.of("ItemIndexed", "DatasetReindexed")));
        if (dataset.path("total_images").asInt() == 0) {
            throw new DemoFailure("There is no image in " + folder + ".");
        }
        return id;
    }

    private String freeName() {
        Set<String> taken = new HashSet<>();
        api.get("/api/datasets?limit=200")
                .forEach(dataset -> taken.add(dataset.path("name").asText()));
        String name = own ? folder.getFileName().toString() : "Sample";
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + " (" + number + ")";
        }
        return free;
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
        events.await("ItemTagged", job.path("total").asInt(), 3_000);
        steps.line("events: " + events.take(List.of("TagRequested", "ItemTagged", "TaggingFailed", "ItemRetagged")));
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
}
