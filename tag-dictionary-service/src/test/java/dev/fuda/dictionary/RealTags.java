package dev.fuda.dictionary;

import java.nio.file.Files;
import java.nio.file.Path;

/** The public tag lists beside a checkout, where there are some: {@code ../shared/data}. */
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
}
