package dev.fuda.dictionary.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupFileTest {

    @TempDir
    Path folder;

    private final List<String> rejected = new ArrayList<>();

    private List<String> read(String text) throws IOException {
        Path path = folder.resolve("groups.json");
        Files.writeString(path, text);
        return new GroupFile(path, "Weather")
                .read(rejection -> rejected.add(rejection.line() + " " + rejection.reason())).stream()
                        .map(group ->
                                group.name() + (group.color() == null ? "" : " " + group.color()) + " " + group.tags())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ["Blue Sky", "rain", "blue_sky"]               | Weather [blue_sky, rain]
                    \uFEFF["fog"]                                  | Weather [fog]
                    {"blue_sky": 12, "rain": null, "fog": "x"}     | Weather [blue_sky, rain, fog]
                    {"A": ["hat", "shoe"], "rain": 3, "B": {"x": 1, "y": {"z": 2}}} | A [hat, shoe]/Weather [rain]/B [x, y]
                    [{"id": 1, "tags": ["fog"], "color": "#00aaff", "name": "Sky", "version": 2}, "rain"] | Sky #00aaff [fog]/Weather [rain]
                    [{"name": "A", "tags": ["x"]}, {"name": "A", "tags": ["y"]}] | A [x, y]
                    {"A": []}                                      | A []
                    """)
    void readsEveryForm(String text, String expected) throws IOException {
        assertThat(read(text)).containsExactly(expected.split("/"));
        assertThat(rejected).isEmpty();
    }

    @Test
    void tellsWhatItLeavesOutAndReadsOn() throws IOException {
        assertThat(
                        read(
                                "[\"fog\", 3, \"\", [\"a\"],\n{\"tags\": [\"x\"]}, {\"name\": \"A\", \"tags\": [true, \"y\"]}]"))
                .containsExactly("Weather [fog]", "A [y]");
        assertThat(rejected).hasSize(5).contains("1 neither a tag nor a group", "2 the group has no name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "\"fog\"", "[\"fog\"", "[\"fog\"] []", "{\"a\": [1,]}", "tag,count\nfog,3"})
    void refusesWhatIsNoGroups(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void endsAtItsLimit() {
        String tags = IntStream.rangeClosed(0, GroupFile.MOST)
                .mapToObj(i -> "\"t" + i + "\"")
                .collect(Collectors.joining(","));
        assertThatThrownBy(() -> read("[" + tags + "]")).hasMessageContaining("more than 200000 tags");
    }
}
