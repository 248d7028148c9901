package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.tag.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
        for (String line : Files.readAllLines(file("danbooru.csv"))) {
            String[] fields = line.split(",", 4);
            int code = Integer.parseInt(fields[1]);
            List<String> aliases = Arrays.stream(fields[3].replace("\"", "").split(","))
                    .filter(a -> !a.isEmpty())
                    .toList();
            tags.add(new TagEntry(
                    tags.size() + 1,
                    fields[0],
                    Category.ofCode(code),
                    Integer.parseInt(fields[2]),
                    null,
                    false,
                    aliases));
        }
        return tags;
    }
}
