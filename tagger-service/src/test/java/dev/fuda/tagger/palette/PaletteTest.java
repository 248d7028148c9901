package dev.fuda.tagger.palette;

import static dev.fuda.tagger.palette.Pictures.grey;
import static dev.fuda.tagger.palette.Pictures.rgb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {

    private static final Palette PALETTE = new Palette();
    private static OrtSession session;

    @BeforeAll
    static void load() throws OrtException {
        session = OrtEnvironment.getEnvironment().createSession(PALETTE.toOnnx());
    }

    @AfterAll
    static void unload() throws OrtException {
        session.close();
    }

    @Test
    void agreesWithTheNaiveFormulas() throws OrtException {
        List<int[]> pictures = new ArrayList<>(
                handMade().map(arguments -> (int[]) arguments.get()[1]).toList());
        for (int seed = 0; seed < 12; seed++) {
            pictures.add(Pictures.noise(seed));
            int shade = seed;
            pictures.add(Pictures.scene(seed, n -> rgb(n * 7 * shade & 0xff, n * 13 & 0xff, n * (3 + shade) & 0xff)));
            pictures.add(Pictures.scene(seed, n -> rgb(n, n * (90 + 10 * shade) / 255, n * 17 * shade / 255 & 0xff)));
        }
        for (int[] picture : pictures) {
            float[] actual = infer(List.of(picture)).getFirst();
            Map<String, Double> expected = NaivePalette.scores(Pictures.pixels(picture));
            assertThat(PALETTE.tags()).containsExactlyElementsOf(expected.keySet());
            for (int i = 0; i < actual.length; i++) {
                String tag = PALETTE.tags().get(i);
                assertThat(actual[i])
                        .as("%s of picture %d", tag, pictures.indexOf(picture))
                        .isCloseTo(expected.get(tag).floatValue(), within(1e-4f))
                        .isBetween(0f, 1f);
            }
        }
    }

    @Test
    void aBatchGivesWhatSinglePicturesGive() throws OrtException {
        List<int[]> pictures = IntStream.range(0, 5).mapToObj(Pictures::noise).toList();
        List<float[]> batch = infer(pictures);
        for (int i = 0; i < pictures.size(); i++) {
            assertThat(batch.get(i))
                    .containsExactly(infer(List.of(pictures.get(i))).getFirst(), offset(1e-6f));
        }
    }

    @Test
    void theSameFormulasGiveTheSameBytes() {
        assertThat(new Palette().toOnnx()).isEqualTo(PALETTE.toOnnx());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("handMade")
    void tellsWhatAPersonSees(String name, int[] picture, String expected) throws OrtException {
        float[] scores = infer(List.of(picture)).getFirst();
        TreeSet<String> found = new TreeSet<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= 0.5) {
                found.add(PALETTE.tags().get(i));
            }
        }
        assertThat(found).containsExactlyInAnyOrder(expected.split(" "));
    }

    static Stream<Arguments> handMade() {
        return Stream.of(
                Arguments.of(
                        "red",
                        Pictures.disc(rgb(200, 20, 20), rgb(120, 10, 10), 30),
                        "monochrome red_background red_theme simple_background"),
                Arguments.of(
                        "blue on white",
                        Pictures.disc(rgb(255, 255, 255), rgb(30, 60, 220), 55),
                        "blue_theme monochrome simple_background white_background"),
                Arguments.of(
                        "line art",
                        lineArt(grey(255), grey(0)),
                        "greyscale monochrome simple_background white_background"),
                Arguments.of(
                        "blue line art",
                        lineArt(grey(255), rgb(40, 60, 200)),
                        "monochrome simple_background white_background"),
                Arguments.of(
                        "white on black",
                        lineArt(grey(0), grey(255)),
                        "black_background dark dark_background greyscale monochrome simple_background"),
                Arguments.of("grey photo", Pictures.scene(1, n -> grey(n)), "greyscale monochrome"),
                Arguments.of(
                        "grey backdrop",
                        Pictures.disc(grey(128), rgb(250, 200, 170), 30),
                        "grey_background simple_background"),
                Arguments.of(
                        "sepia photo", Pictures.scene(2, n -> rgb(n, n * 85 / 100, n * 66 / 100)), "monochrome sepia"),
                Arguments.of("spot", spot(), "grey_background spot_color"),
                Arguments.of("rainbow", rainbow(), "colorful"),
                Arguments.of("muted", muted(), "muted_color"),
                Arguments.of("pale", pale(), "pale_color simple_background"),
                Arguments.of(
                        "few colours",
                        Pictures.stripes(16, rgb(230, 60, 40), rgb(30, 160, 150), rgb(250, 240, 220)),
                        "limited_palette"),
                Arguments.of(
                        "night", Pictures.scene(5, n -> rgb(n / 12, n / 10, n / 4)), "blue_theme dark dark_background"),
                Arguments.of("sky gradient", gradient(), "blue_background blue_theme gradient_background"),
                Arguments.of("blurred scene", Pictures.blurred(photo(7), 6, 3), "blurry"),
                Arguments.of("scene", photo(7), "colorful"),
                Arguments.of("letterboxed", framed(photo(8), grey(0), 0, 16), "colorful letterboxed"),
                Arguments.of("pillarboxed", framed(photo(9), grey(0), 16, 0), "colorful pillarboxed"),
                Arguments.of("white frame", framed(photo(10), grey(255), 7, 7), "colorful white_border"),
                Arguments.of("black frame", framed(photo(11), grey(0), 7, 7), "black_border colorful"),
                Arguments.of(
                        "cut out",
                        Pictures.disc(0, rgb(220, 90, 140), 40),
                        "monochrome simple_background transparent_background"),
                Arguments.of(
                        "pink",
                        Pictures.scene(3, n -> rgb(255, 150 + n / 3, 180 + n / 4)),
                        "monochrome pale_color pink_background pink_theme"),
                Arguments.of(
                        "brown wood",
                        Pictures.stripes(9, rgb(110, 70, 30), rgb(80, 50, 22), rgb(95, 60, 28)),
                        "brown_background brown_theme monochrome"),
                Arguments.of(
                        "forest",
                        Pictures.scene(4, n -> rgb(n / 4, 60 + n / 2, n / 5)),
                        "green_background green_theme monochrome"));
    }

    private static int[] lineArt(int paper, int line) {
        return Pictures.painted((x, y) -> {
            double radius = Math.hypot(x - 64, y - 64);
            return Math.abs(radius - 40) < 1.5 || Math.abs(radius - 20) < 1.5 || Math.abs(x - y) < 2 && radius < 40
                    ? line
                    : paper;
        });
    }

    private static int[] spot() {
        int[] picture = Pictures.scene(6, Pictures::grey);
        return Pictures.painted(
                (x, y) -> Math.hypot(x - 70, y - 50) < 12 ? rgb(220, 20, 30) : picture[y * Pictures.SIDE + x]);
    }

    private static int[] rainbow() {
        return Pictures.stripes(
                12,
                rgb(230, 30, 30),
                rgb(250, 140, 20),
                rgb(250, 230, 30),
                rgb(40, 180, 60),
                rgb(30, 90, 230),
                rgb(130, 50, 210),
                rgb(250, 80, 180));
    }

    private static int[] muted() {
        return Pictures.scene(12, n -> switch (n % 3) {
            case 0 -> rgb(120 + n / 8, 100 + n / 8, 85 + n / 8);
            case 1 -> rgb(85 + n / 8, 110 + n / 8, 100 + n / 8);
            default -> rgb(90 + n / 8, 95 + n / 8, 125 + n / 8);
        });
    }

    private static int[] pale() {
        return Pictures.scene(13, n -> switch (n % 3) {
            case 0 -> rgb(250, 215, 225);
            case 1 -> rgb(210, 230, 250);
            default -> rgb(225, 245, 215);
        });
    }

    private static int[] gradient() {
        return Pictures.painted(
                (x, y) -> Math.hypot(x - 64, y - 70) < 30 ? rgb(230, 180, 150) : rgb(60 + y, 110 + y, 200 + y / 3));
    }

    private static int[] photo(long seed) {
        return Pictures.scene(seed, n -> rgb(40 + n * 31 % 190, 50 + n * 57 % 170, 30 + n * 83 % 200));
    }

    private static int[] framed(int[] picture, int frame, int sides, int ends) {
        return Pictures.painted(
                (x, y) -> x < sides || x >= Pictures.SIDE - sides || y < ends || y >= Pictures.SIDE - ends
                        ? frame
                        : picture[y * Pictures.SIDE + x]);
    }

    private static List<float[]> infer(List<int[]> pictures) throws OrtException {
        FloatBuffer pixels = FloatBuffer.allocate(pictures.size() * Pictures.SIDE * Pictures.SIDE * 4);
        pictures.forEach(picture -> pixels.put(Pictures.pixels(picture)));
        long[] shape = {pictures.size(), Pictures.SIDE, Pictures.SIDE, 4};
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), pixels.flip(), shape);
                OrtSession.Result result = session.run(Map.of("image", tensor))) {
            return List.of((float[][]) result.get(0).getValue());
        }
    }
}
