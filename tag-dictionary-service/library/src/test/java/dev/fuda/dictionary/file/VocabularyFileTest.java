package dev.fuda.dictionary.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyFileTest {

    @TempDir
    Path folder;

    private List<String> read(String text) throws IOException {
        Path path = folder.resolve("list");
        Files.writeString(path, text);
        List<String> names = new ArrayList<>();
        new VocabularyFile(path).read(new VocabularyFile.Sink() {
            @Override
            public void name(String name, Long count) {
                names.add(count == null ? name : name + " " + count);
            }

            @Override
            public void reject(Rejection rejection) {
                names.add("! " + rejection.reason());
            }
        });
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tag_id,name,category,count|9999999,general,9,807858|470575,1girl,0,4225150; general 807858/1girl 4225150",
                "1girl,0,6008644,\"1girls,sole_female\"|solo,0,5000954,; 1girl 6008644/solo 5000954",
                "{\"0\": {\"tag\": \"safe\", \"category\": \"Rating\"}, \"1\": {\"tag\": \"1girl\", \"category\": \"General\"}}; safe/1girl",
                "{\"idx_to_tag\": {\"0\": \"safe\", \"1\": \"1girl\"}, \"tag_to_category\": {}}; safe/1girl",
                "\uFEFF[\"a\", \"b\", 3]; a/b/! the entry has no name",
                "{\"long_hair\": 12}; long_hair 12",
                "one name|another; one name/another",
                "name,count|a,x|\"b; a/! a quoted field is not closed"
            })
    void readsEveryForm(String text, String expected) throws IOException {
        assertThat(read(text.replace('|', '\n'))).containsExactly(expected.split("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": ", "{\"a\": 1} 2"})
    void refusesWhatIsNoVocabulary(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThatThrownBy(() -> read("[".repeat(5000))).isInstanceOf(UnreadableFileException.class);
    }
}
