package dev.fuda.bench.dictionary;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.TagEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What people type, drawn from tags with fixed seeds.
 *
 * @param category only tags of this one, or null for all
 * @param meant the name it was drawn from
 */
record Typed(String text, Category category, String meant) {

    /**
     * Beginnings of popular tags far more often than of rare ones, a third of them in a category.
     *
     * @param shortest characters, as {@code longest}; each length between is as frequent
     */
    static List<Typed> beginnings(List<TagEntry> tags, int count, int shortest, int longest) {
        Random random = new Random(2);
        List<Typed> typed = new ArrayList<>();
        while (typed.size() < count) {
            TagEntry tag = tags.get((int) (tags.size() * Math.pow(random.nextDouble(), 3)));
            int length = shortest + random.nextInt(longest - shortest + 1);
            String text = piece(tag.name(), 0, length);
            Category category = random.nextInt(3) == 0 ? tag.category() : null;
            if (tag.name().length() >= length && !text.endsWith("_") && !text.endsWith("-")) {
                typed.add(new Typed(text, category, tag.name()));
            }
        }
        return typed;
    }

    /** Two to eight characters of any tag, from a letter or digit to another. */
    static List<Typed> parts(List<TagEntry> tags, int count) {
        Random random = new Random(3);
        List<Typed> typed = new ArrayList<>();
        while (typed.size() < count) {
            String name = tags.get(random.nextInt(tags.size())).name();
            String text = piece(name, random.nextInt(name.length()), 2 + random.nextInt(7));
            if (text.length() > 1
                    && Character.isLetterOrDigit(text.charAt(0))
                    && Character.isLetterOrDigit(text.charAt(text.length() - 1))) {
                typed.add(new Typed(text, null, name));
            }
        }
        return typed;
    }

    /** Two to four characters of a translation. */
    static List<Typed> translatedParts(List<TagEntry> tags, int count) {
        List<TagEntry> translated =
                tags.stream().filter(tag -> !tag.translations().isEmpty()).toList();
        Random random = new Random(5);
        List<Typed> typed = new ArrayList<>();
        while (typed.size() < count) {
            TagEntry tag = translated.get(random.nextInt(translated.size()));
            String text = tag.translations().getFirst();
            int length = Math.min(text.length(), 2 + random.nextInt(3));
            typed.add(new Typed(piece(text, random.nextInt(text.length() - length + 1), length), null, tag.name()));
        }
        return typed;
    }

    /** Whole names with two neighbours exchanged, a letter left out or one doubled. */
    static List<Typed> mistyped(List<TagEntry> tags, int count) {
        Random random = new Random(4);
        List<Typed> typed = new ArrayList<>();
        while (typed.size() < count) {
            String name = tags.get((int) (tags.size() * Math.pow(random.nextDouble(), 3)))
                    .name();
            if (name.length() >= 6 && name.length() <= 30 && name.chars().allMatch(c -> c < 0x80)) {
                int at = 1 + random.nextInt(name.length() - 3);
                String start = name.substring(0, at);
                String text = switch (random.nextInt(3)) {
                    case 0 -> start + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
                    case 1 -> start + name.substring(at + 1);
                    default -> start + name.charAt(at) + name.substring(at);
                };
                typed.add(new Typed(text, null, name));
            }
        }
        return typed;
    }

    private static String piece(String name, int from, int length) {
        int start = Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from;
        int end = Math.clamp((long) start + length, start, name.length());
        return name.substring(start, end < name.length() && Character.isLowSurrogate(name.charAt(end)) ? end + 1 : end);
    }
}
