package dev.fuda.dictionary.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RowSink;
import dev.fuda.dictionary.file.TagFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tags that the product brings. */
class StarterDictionaryTest {

    @Test
    void hasNoBrokenRowAndNoAliasThatIsATag(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("starter-tags.csv");
        try (var resource = StarterDictionary.class.getResourceAsStream("starter-tags.csv")) {
            Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
        }
        List<ImportRow> rows = new ArrayList<>();
        new TagFile(file, "starter-tags.csv", null, null).read(new RowSink() {
            @Override
            public void row(ImportRow row) {
                rows.add(row);
            }

            @Override
            public void reject(Rejection rejection) {
                throw new AssertionError(rejection);
            }
        });
        List<String> names = rows.stream().map(ImportRow::name).toList();
        assertThat(names).hasSizeGreaterThan(500).doesNotHaveDuplicates();
        assertThat(rows).allMatch(row -> row.aliases().stream().noneMatch(names::contains));
        assertThat(names).contains("monochrome", "greyscale", "blue_theme", "white_background", "gradient_background");
    }
}
