package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RowSink;
import dev.fuda.dictionary.file.TagFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The public tag list beside a checkout, where there is one: {@code ../shared/data/danbooru.csv}. */
public final class RealTags {

    private RealTags() {}

    public static Path file(String name) {
        return Path.of(System.getProperty("fuda.root", "."))
                .resolve("../shared/data")
                .resolve(name);
    }

    public static boolean present() {
        return Files.isReadable(file("danbooru.csv"));
    }

    static List<TagEntry> read() throws IOException {
        List<TagEntry> tags = new ArrayList<>();
        new TagFile(file("danbooru.csv"), "danbooru.csv", null, null).read(new RowSink() {
            @Override
            public void row(ImportRow row) {
                tags.add(new TagEntry(
                        tags.size() + 1, row.name(), row.category(), row.count(), null, false, row.aliases()));
            }

            @Override
            public void reject(Rejection rejection) {
                throw new IllegalStateException(rejection.toString());
            }
        });
        return tags;
    }
}
