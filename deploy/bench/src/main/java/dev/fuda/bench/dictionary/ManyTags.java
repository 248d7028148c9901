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

    private static final String[] JAPANESE = {
        "髪", "長い", "青", "赤い", "目", "少女", "少年", "一人", "の", "笑顔", "制服", "スカート", "リボン", "猫", "耳", "帽子",
        "花", "空", "海", "夜", "雨", "傘", "座り", "立ち", "手袋", "眼鏡", "水着", "背景", "白", "黒", "セーラー", "ドレス",
        "キャラ", "剣", "翼", "尻尾", "桜", "雪", "月", "星", "メイド", "ポニーテール", "ツインテール", "金", "銀", "緑", "紫", "本"
    };

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

    /** The same tags, every tenth with a Japanese name of two to four words. */
    static List<TagEntry> translated(List<TagEntry> tags) {
        Random random = new Random(6);
        List<TagEntry> translated = new ArrayList<>(tags.size());
        for (TagEntry tag : tags) {
            List<String> translations = tag.id() % 10 == 0 ? List.of(japanese(random)) : List.of();
            translated.add(new TagEntry(
                    tag.id(),
                    tag.name(),
                    tag.category(),
                    tag.count(),
                    tag.displayName(),
                    tag.deprecated(),
                    tag.aliases(),
                    translations));
        }
        return translated;
    }

    private static String japanese(Random random) {
        StringBuilder name = new StringBuilder();
        for (int words = 2 + random.nextInt(3); words > 0; words--) {
            name.append(JAPANESE[random.nextInt(JAPANESE.length)]);
        }
        return name.toString();
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
