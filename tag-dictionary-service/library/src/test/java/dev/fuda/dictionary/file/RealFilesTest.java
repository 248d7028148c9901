package dev.fuda.dictionary.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fuda.dictionary.file.TagFileProperties.Collected;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.RealTags;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists that people really have, where they are beside the checkout. */
class RealFilesTest {

    @ParameterizedTest
    @CsvSource({
        "danbooru.csv,          136584, 0",
        "e621_sfw.csv,           21559, 0",
        "taglist/General.json,   28023, 0",
        "taglist/Artist.json,    58794, 0",
        "taglist/Character.json, 40098, 0",
        "taglist/Copyright.json, 57697, 2",
        "taglist/Meta.json,       1262, 0",
        "taglist/Model.json,      1343, 0",
    })
    void isReadWhole(String name, int rows, int rejected) throws IOException {
        assumeTrue(RealTags.present(), "the real tag lists are not beside this checkout");
        Collected found = new Collected();
        String fileName = name.substring(name.indexOf('/') + 1);
        new TagFile(RealTags.file(name), fileName, null, null).read(found);
        assertThat(found.rows).hasSize(rows);
        assertThat(found.rejections).hasSize(rejected).allMatch(r -> r.reason().contains("comma"));
        if (name.startsWith("taglist/")) {
            Category category = Category.ofLabel(fileName.replace(".json", "")).orElseThrow();
            assertThat(found.rows).allMatch(r -> r.category() == category);
        }
    }
}
