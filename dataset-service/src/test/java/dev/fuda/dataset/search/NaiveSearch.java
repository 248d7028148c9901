package dev.fuda.dataset.search;

import dev.fuda.dataset.caption.TagName;
import dev.fuda.dataset.search.Query.Range;
import dev.fuda.dataset.search.Query.Tag;
import dev.fuda.dataset.search.Query.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers queries the slow and obvious way, to compare the fast way with. */
record NaiveSearch(Set<String> vocabulary) {

    record Item(
            long id,
            String type,
            String name,
            int width,
            int height,
            long size,
            Set<String> formats,
            Set<String> tags,
            Set<String> groups,
            Set<String> sources,
            Map<String, String> captions) {}

    boolean matches(Query query, Item item) {
        return switch (query) {
            case Query.All() -> true;
            case Query.And(List<Query> parts) -> parts.stream().allMatch(part -> matches(part, item));
            case Query.Or(List<Query> parts) -> parts.stream().anyMatch(part -> matches(part, item));
            case Query.Not(Query part) -> !matches(part, item);
            case Tag(String name, boolean exact) -> item.tags().stream().anyMatch(tag -> means(name, exact, tag));
            case Range range -> within(range, number(range.field(), item));
            case Text(Query.TextField field, String value, boolean exact) -> text(field, value, exact, item);
        };
    }

    private boolean means(String name, boolean exact, String tag) {
        if (exact || vocabulary.contains(name)) {
            return tag.equals(name);
        }
        if (name.contains("*") || name.contains("?")) {
            return glob(name, tag);
        }
        return TagName.matching(tag).equals(TagName.matching(name));
    }

    private static double number(Query.NumberField field, Item item) {
        return switch (field) {
            case WIDTH -> item.width();
            case HEIGHT -> item.height();
            case TAGS -> item.tags().size();
            case SIZE -> item.size();
            case RATIO -> (double) item.width() / item.height();
            case ID -> item.id();
        };
    }

    private static boolean within(Range range, double value) {
        if (range.field() == Query.NumberField.RATIO && range.low() == range.high()) {
            return Math.abs(value - range.low()) <= 0.01;
        }
        boolean above = range.lowOpen() ? value > range.low() : value >= range.low();
        boolean below = range.highOpen() ? value < range.high() : value <= range.high();
        return above && below;
    }

    private static boolean text(Query.TextField field, String value, boolean exact, Item item) {
        return switch (field) {
            case TYPE -> item.type().equals(value);
            case FORMAT -> item.formats().contains(value);
            case GROUP -> item.groups().stream().anyMatch(group -> group.equalsIgnoreCase(value));
            case SOURCE -> item.sources().contains(value);
            case CAPTION ->
                item.captions().values().stream()
                        .anyMatch(text -> text.toLowerCase().contains(value.toLowerCase()));
            case NAME ->
                List.of(item.name(), item.name() + ".png", "sub/" + item.name() + ".png").stream()
                        .anyMatch(name -> exact ? name.equals(value) : glob(value.toLowerCase(), name.toLowerCase()));
            case HAS ->
                switch (value) {
                    case "tags" -> !item.tags().isEmpty();
                    case "caption" -> item.captions().values().stream().anyMatch(text -> !text.isBlank());
                    default -> !item.captions().getOrDefault(value, "").isBlank();
                };
        };
    }

    private static boolean glob(String pattern, String text) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }
}
