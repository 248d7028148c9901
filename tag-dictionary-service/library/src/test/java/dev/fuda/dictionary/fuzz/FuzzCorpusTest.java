package dev.fuda.dictionary.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing starts from, and every input that it ever broke something with, once again; also cut short and doubled. */
class FuzzCorpusTest {

    private static final Map<String, Consumer<byte[]>> TARGETS = new TreeMap<>(Map.of(
            "TagFileFuzz", TagFileFuzz::fuzzerTestOneInput,
            "TranslationFileFuzz", TranslationFileFuzz::fuzzerTestOneInput,
            "OverlayFileFuzz", OverlayFileFuzz::fuzzerTestOneInput,
            "RelationFileFuzz", RelationFileFuzz::fuzzerTestOneInput,
            "VocabularyFileFuzz", VocabularyFileFuzz::fuzzerTestOneInput,
            "GroupFileFuzz", GroupFileFuzz::fuzzerTestOneInput,
            "TagCleanerFuzz", TagCleanerFuzz::fuzzerTestOneInput,
            "TagNameFuzz", TagNameFuzz::fuzzerTestOneInput,
            "SearchFuzz", SearchFuzz::fuzzerTestOneInput));

    static Stream<String> targets() {
        return TARGETS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void holdsWhatItPromises(String name) throws Exception {
        Consumer<byte[]> target = TARGETS.get(name);
        List<Path> seeds = seeds(name);
        assertThat(seeds).isNotEmpty();
        for (Path seed : seeds) {
            byte[] input = Files.readAllBytes(seed);
            byte[] twice = Arrays.copyOf(input, 2 * input.length);
            System.arraycopy(input, 0, twice, input.length, input.length);
            for (byte[] each : List.of(input, Arrays.copyOf(input, input.length / 2), twice)) {
                assertThatCode(() -> target.accept(each))
                        .as("%s with %s", name, seed.getFileName())
                        .doesNotThrowAnyException();
            }
        }
    }

    private static List<Path> seeds(String name) throws Exception {
        try (Stream<Path> files = Files.list(
                Path.of(FuzzCorpusTest.class.getResource("/fuzz/" + name).toURI()))) {
            return files.sorted().toList();
        }
    }
}
