package dev.fuda.bench.dictionary;

import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.suggest.TagEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * As many tags as all sites together have, in the shape of a list: its own tags first, then new ones with as many words,
 * aliases and the categories of one of them, made of its words as often as they occur there, every third with a letter
 * changed. Always the same for one list.
 */
final class ManyTags {

    private static final int SIZE = 1_800_000;
    private static final int LONGEST = 200;

    private ManyTags() {}

    /** 1.8 million, or what {@code FUDA_BENCH_TAGS} says. */
    static List<TagEntry> like(List<ImportRow> list) {
        String wished = System.getenv("FUDA_BENCH_TAGS");
        int size = wished == null ? SIZE : Integer.parseInt(wished);
        Random random = new Random(1);
        List<String> words = new ArrayList<>();
        List<TagEntry> tags = new ArrayList<>(size);
        Set<String> names = new HashSet<>();
        for (ImportRow row : list.subList(0, Math.min(size, list.size()))) {
            for (String word : row.name().split("_")) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
            names.add(row.name());
            tags.add(
                    new TagEntry(tags.size() + 1, row.name(), row.category(), row.count(), null, false, row.aliases()));
        }
        while (tags.size() < size) {
            ImportRow like = list.get(random.nextInt(list.size()));
            String name = name(like.name().split("_").length, words, random);
            if (name.length() <= LONGEST && names.add(name)) {
                List<String> aliases = new ArrayList<>();
                for (int i = 0; i < like.aliases().size(); i++) {
                    aliases.add(name + (char) ('a' + i % 26) + "x");
                }
                int count = Math.max(1, (int) (like.count() * random.nextDouble() / 10));
                tags.add(new TagEntry(tags.size() + 1, name, like.category(), count, null, false, aliases));
            }
        }
        return tags;
    }

    private static String name(int length, List<String> words, Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String word = words.get(random.nextInt(words.size()));
            name.append(i == 0 ? "" : "_").append(random.nextInt(3) == 0 ? changed(word, random) : word);
        }
        return length > 1
                ? name.toString()
                : name.append(letter(random)).append(letter(random)).toString();
    }

    private static String changed(String word, Random random) {
        return word.length() < 3 ? word : word.substring(0, word.length() - 1) + letter(random);
    }

    private static char letter(Random random) {
        return (char) ('a' + random.nextInt(26));
    }
}
