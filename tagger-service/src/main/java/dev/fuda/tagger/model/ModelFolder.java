package dev.fuda.tagger.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fuda.kernel.web.JsonDefaults;
import dev.fuda.tagger.image.Preprocessing;
import dev.fuda.tagger.image.Preprocessing.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tagger as a folder that a person put into the data folder: {@code model.onnx} with the list of its tags beside it,
 * {@code selected_tags.csv} (WD) or {@code tag_mapping.json} (cl_tagger). A file {@code model.json} may say what differs
 * from the family's defaults: {@code version}, {@code description}, {@code default_threshold}, {@code input} (a whole
 * {@link Preprocessing}).
 */
final class ModelFolder {

    private static final String GRAPH = "model.onnx";
    private static final String SETTINGS = "model.json";

    private final Path folder;

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    /** What {@code model.json} may say; absent values are null. */
    record Settings(String version, String description, Float defaultThreshold, Preprocessing input) {
        private static final Settings NONE = new Settings(null, null, null, null);
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** Changes when one of the files changes; cheap to ask. */
    String fingerprint() throws IOException {
        StringBuilder fingerprint = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                fingerprint
                        .append(file.getFileName())
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append('\n');
            }
        }
        return fingerprint.toString();
    }

    /**
     * Loads the model.
     *
     * @param threads threads that one run may use
     * @throws BrokenModel if it can't be used, with the reason
     */
    Tagger load(int threads) {
        try {
            return loaded(threads);
        } catch (IOException e) {
            throw new BrokenModel("A file of the model can't be read: " + e.getMessage());
        }
    }

    private Tagger loaded(int threads) throws IOException {
        Path graph = folder.resolve(GRAPH);
        if (!Files.isRegularFile(graph)) {
            throw new BrokenModel("The folder has no " + GRAPH + ".");
        }
        Family family = Stream.of(Family.values())
                .filter(known -> Files.isRegularFile(folder.resolve(known.labelFile)))
                .findFirst()
                .orElseThrow(() -> new BrokenModel(
                        "The folder has neither selected_tags.csv nor tag_mapping.json beside its model."));
        String labelText = Files.readString(folder.resolve(family.labelFile), StandardCharsets.UTF_8);
        List<Label> labels = family.labels.apply(labelText);
        Settings settings = settings();
        OnnxModel onnx = OnnxModel.load(graph, threads);
        try {
            ModelSpec spec = new ModelSpec(
                    name(),
                    version(settings.version, digest(graph, labelText)),
                    Optional.ofNullable(settings.description).orElse(labels.size() + " tags, from the models folder."),
                    false,
                    Optional.ofNullable(settings.input).orElseGet(() -> input(family, onnx.inputShape())),
                    family.activation,
                    labels,
                    family.singleBest,
                    Optional.ofNullable(settings.defaultThreshold).orElse(family.defaultThreshold));
            return new Tagger(spec, onnx);
        } catch (IOException | RuntimeException e) {
            onnx.close();
            throw e;
        }
    }

    private Settings settings() throws IOException {
        Path file = folder.resolve(SETTINGS);
        if (!Files.isRegularFile(file)) {
            return Settings.NONE;
        }
        try {
            return JsonDefaults.mapper().readValue(Files.readString(file), Settings.class);
        } catch (JsonProcessingException e) {
            throw new BrokenModel(SETTINGS + " can't be read: " + e.getOriginalMessage());
        }
    }

    /** The family's preprocessing in the size and layout that the graph asks for; 448 pixels where it leaves them open. */
    private static Preprocessing input(Family family, long[] shape) {
        Layout layout;
        if (shape[3] == 3) {
            layout = Layout.NHWC;
        } else if (shape[1] == 3) {
            layout = Layout.NCHW;
        } else {
            throw new BrokenModel("The model's input has no axis of three colours.");
        }
        long height = layout == Layout.NHWC ? shape[1] : shape[2];
        long width = layout == Layout.NHWC ? shape[2] : shape[3];
        return family.input(width < 1 ? 448 : (int) width, height < 1 ? 448 : (int) height, layout);
    }

    /** Stored scores name tags by their place: another list of tags is another version, whatever its name. */
    private static String version(String given, String digest) {
        return given == null ? digest : given + "+" + digest;
    }

    /** Twelve digits of a SHA-256 over the graph and its tags. */
    private static String digest(Path graph, String labels) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream file = new DigestInputStream(Files.newInputStream(graph), sha)) {
                file.transferTo(OutputStream.nullOutputStream());
            }
            sha.update(labels.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
