package dev.fuda.tagger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fuda.tagger.image.ImageDecoder;
import dev.fuda.tagger.image.Preprocessing;
import dev.fuda.tagger.image.TestImages;
import dev.fuda.tagger.image.UnreadableImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {

    /** Answers of the WD tagger: blue, green, red, in this order, and none for the last tag. */
    private static final float[][] WD_WEIGHTS = {
        {0.2f, 0, 1, 0, 0, 0}, {0, 0.3f, 0, 1, 0.5f, 0}, {0, 0, 0, 0, 0.5f, 0.349f}
    };
    /** Logits of the cl_tagger. */
    private static final float[][] CL_WEIGHTS = {{-9, -8, 2, 1, 4, 0}, {0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, -2}};

    @TempDir
    Path folder;

    @Test
    void understandsWdTaggersAsPublished() throws IOException, UnreadableImage {
        SmallTaggers.wd(folder, WD_WEIGHTS);
        try (Tagger tagger = new ModelFolder(folder).load(1)) {
            ModelSpec spec = tagger.spec();
            assertThat(spec.input().layout()).isEqualTo(Preprocessing.Layout.NHWC);
            assertThat(spec.input().colors()).isEqualTo(Preprocessing.Colors.BGR);
            assertThat(spec.input().width()).isEqualTo(8);
            assertThat(spec.defaultThreshold()).isEqualTo(0.35f);
            assertThat(spec.version()).matches("[0-9a-f]{12}");
            assertThat(spec.labels().get(4)).isEqualTo(new Label(">_<", "general", ">_<"));
            assertThat(spec.labels().get(5)).isEqualTo(new Label("hatsune_miku", "character", "hatsune miku"));

            // One colour: blue 0.4, green 0.8, red 1.
            Map<String, List<Selection.Chosen>> chosen = choose(tagger, 0xff_ff_cc_66, 0.35f);
            assertThat(chosen.keySet()).containsExactly("rating", "general", "character");
            assertThat(chosen.get("rating")).extracting(c -> c.label().tag()).containsExactly("sensitive");
            assertThat(chosen.get("general"))
                    .extracting(c -> c.label().shown())
                    .containsExactly(">_<", "long hair", "1girl");
            assertThat(chosen.get("general").get(1).score()).isCloseTo(0.8f, within(1e-5f));
            assertThat(chosen.get("character")).isEmpty();
            assertThat(choose(tagger, 0xff_ff_cc_66, 0.349f).get("character")).hasSize(1);
        }
    }

    @Test
    void understandsClTaggersAsPublished() throws IOException, UnreadableImage {
        SmallTaggers.cl(folder, CL_WEIGHTS);
        try (Tagger tagger = new ModelFolder(folder).load(1)) {
            ModelSpec spec = tagger.spec();
            assertThat(spec.input().layout()).isEqualTo(Preprocessing.Layout.NCHW);
            assertThat(spec.defaultThreshold()).isEqualTo(0.45f);
            assertThat(spec.labels().get(5)).isEqualTo(new Label("saber_(fate)", "character", "saber (fate)"));

            // Blue 1, green and red -1: the best of rating and quality are chosen, whatever their scores.
            Map<String, List<Selection.Chosen>> chosen = choose(tagger, 0xff_00_00_ff, 0.9f);
            assertThat(chosen.get("rating")).extracting(c -> c.label().tag()).containsExactly("explicit");
            assertThat(chosen.get("rating").getFirst().score())
                    .isCloseTo((float) (1 / (1 + Math.exp(8))), within(1e-7f));
            assertThat(chosen.get("quality")).extracting(c -> c.label().tag()).containsExactly("best_quality");
            assertThat(chosen.get("general").getFirst().score())
                    .isCloseTo((float) (1 / (1 + Math.exp(-4))), within(1e-6f));
            assertThat(chosen.get("character")).isEmpty();
        }
    }

    @Test
    void understandsTheOlderMapping() throws IOException {
        SmallTaggers.cl(folder, CL_WEIGHTS);
        Files.writeString(folder.resolve("tag_mapping.json"), """
                {"idx_to_tag": {"0": "a", "1": "b", "2": "c", "3": "d", "4": "e", "5": "long hair"},
                 "tag_to_category": {"a": "Rating", "b": "Rating", "c": "Quality", "d": "Quality", "e": "General",
                                     "long hair": "General"}}
                """);
        try (Tagger tagger = new ModelFolder(folder).load(1)) {
            assertThat(tagger.spec().labels().getLast()).isEqualTo(new Label("long_hair", "general", "long hair"));
        }
    }

    @Test
    void halfPrecisionAndFixedBatchesGiveTheSameScores(@TempDir Path other) throws IOException {
        SmallTaggers.cl(folder, CL_WEIGHTS);
        SmallTaggers.halfPairs(other, CL_WEIGHTS);
        try (Tagger wide = new ModelFolder(folder).load(1);
                Tagger half = new ModelFolder(other).load(1)) {
            List<float[]> pictures = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                float[] picture = new float[192];
                Arrays.fill(picture, i / 4f - 0.5f);
                pictures.add(picture);
            }
            List<Scores> expected = wide.score(pictures);
            List<Scores> actual = half.score(pictures);
            for (int i = 0; i < 5; i++) {
                assertThat(actual.get(i).labels())
                        .containsExactly(expected.get(i).labels());
                assertThat(actual.get(i).values())
                        .containsExactly(expected.get(i).values(), within(1e-6f));
            }
        }
    }

    @Test
    void settingsComeBeforeTheFamilysDefaults() throws IOException {
        SmallTaggers.wd(folder, WD_WEIGHTS);
        Files.writeString(folder.resolve("model.json"), """
                {"version": "v3", "description": "Mine", "default_threshold": 0.5,
                 "input": {"width": 8, "height": 8, "layout": "nhwc", "colors": "rgb", "fit": "stretch",
                           "resampling": "area", "opacity": "ignored", "divisor": 1, "mean": 0, "deviation": 1}}
                """);
        try (Tagger tagger = new ModelFolder(folder).load(1)) {
            assertThat(tagger.spec().version()).matches("v3\\+[0-9a-f]{12}");
            assertThat(tagger.spec().defaultThreshold()).isEqualTo(0.5f);
            assertThat(tagger.spec().input().colors()).isEqualTo(Preprocessing.Colors.RGB);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            model.onnx        | garbage                         | ONNX Runtime can't load the model.*
            selected_tags.csv | tag_id,name,category,count~1,a,0,5 | The model answers with 6 numbers, but its list names 1 tags.
            selected_tags.csv | id,tag~1,a                      | selected_tags.csv doesn't begin with a header that has name and category.
            selected_tags.csv | tag_id,name,category,count~1,a,77,5 | Line 2 of selected_tags.csv has no known category: 1,a,77,5
            model.json        | {"version": 1                   | model.json can't be read: .*
            """)
    void tellsWhatToMend(String file, String content, String reason) throws IOException {
        SmallTaggers.wd(folder, WD_WEIGHTS);
        Files.writeString(folder.resolve(file), content.replace('~', '\n'));
        assertThatThrownBy(() -> new ModelFolder(folder).load(1))
                .isInstanceOf(BrokenModel.class)
                .satisfies(e -> assertThat(e.getMessage()).matches("(?s)" + reason));
    }

    @Test
    void tellsWhichFileIsMissing() throws IOException {
        assertThatThrownBy(() -> new ModelFolder(folder).load(1)).hasMessage("The folder has no model.onnx.");
        SmallTaggers.wd(folder, WD_WEIGHTS);
        Files.delete(folder.resolve("selected_tags.csv"));
        assertThatThrownBy(() -> new ModelFolder(folder).load(1))
                .hasMessage("The folder has neither selected_tags.csv nor tag_mapping.json beside its model.");
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0.5", "Infinity, 1", "-Infinity, 0", "0, 0.5", "2, 0.880797", "-2, 0.119203"})
    void logitsBecomeScoresWithoutOverflow(float logit, float score) {
        assertThat(Activation.SIGMOID.score(logit)).isCloseTo(score, within(1e-6f));
    }

    @Test
    void aScoreThatPrintsAsTheThresholdReachesIt() {
        Label label = new Label("a", "general", "a");
        ModelSpec spec =
                new ModelSpec("m", "1", "", false, null, Activation.NONE, List.of(label, label), Set.of(), 0.35f);
        Scores scores = new Scores(new int[] {0, 1}, new float[] {0.35f, Math.nextDown(0.35f)});
        assertThat(Selection.choose(spec, scores, 0.35f).get("general")).hasSize(1);
    }

    private Map<String, List<Selection.Chosen>> choose(Tagger tagger, int argb, float threshold)
            throws UnreadableImage, IOException {
        int[] picture = new int[100];
        Arrays.fill(picture, argb);
        Path file = Files.write(folder.resolve("picture.png"), TestImages.file(".png", picture, 10));
        try (ImageDecoder.Decoded image = new ImageDecoder(1_000).decode(file)) {
            float[] numbers = tagger.spec().input().apply(image);
            return Selection.choose(
                    tagger.spec(), tagger.score(List.of(numbers)).getFirst(), threshold);
        }
    }
}
