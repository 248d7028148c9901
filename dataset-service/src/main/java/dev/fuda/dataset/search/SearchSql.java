package dev.fuda.dataset.search;

import dev.fuda.dataset.search.Query.Range;
import dev.fuda.dataset.search.Query.Tag;
import dev.fuda.dataset.search.Query.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a query into a condition over {@code item i}. Tags become array operators over {@code i.tag_ids}, which the index
 * answers; tags that stand side by side become one operator. Values only ever travel as parameters.
 */
final class SearchSql {

    private final Map<Tag, Set<Integer>> tagIds;
    private final List<Object> parameters = new ArrayList<>();

    private SearchSql(Map<Tag, Set<Integer>> tagIds) {
        this.tagIds = tagIds;
    }

    /**
     * The items of a dataset that match.
     *
     * @param tagIds the ids of each tag of the query; a tag that is missing here is a pattern
     */
    static Condition of(long dataset, Query query, Map<Tag, Set<Integer>> tagIds) {
        SearchSql sql = new SearchSql(tagIds);
        String scope = "i.dataset_id = " + sql.bind(dataset) + " and not i.missing";
        String condition = sql.condition(query);
        return new Condition(condition.equals("true") ? scope : scope + " and " + condition, sql.parameters);
    }

    private String condition(Query query) {
        return switch (query) {
            case Query.All() -> "true";
            case Query.And(List<Query> parts) -> conjunction(parts);
            case Query.Or(List<Query> parts) -> disjunction(parts);
            case Query.Not(Query part) -> "not (" + condition(part) + ")";
            case Tag tag -> tagIds.containsKey(tag) ? overlaps(tagIds.get(tag)) : pattern(tag.name());
            case Range range -> range(range);
            case Text text -> text(text);
        };
    }

    private String conjunction(List<Query> parts) {
        Set<Integer> all = new LinkedHashSet<>();
        Set<Integer> none = new LinkedHashSet<>();
        List<String> conditions = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof Tag tag && tagIds.getOrDefault(tag, Set.of()).size() == 1) {
                all.addAll(tagIds.get(tag));
            } else if (part instanceof Query.Not(Tag tag) && tagIds.containsKey(tag)) {
                none.addAll(tagIds.get(tag));
            } else {
                conditions.add(condition(part));
            }
        }
        if (!none.isEmpty()) {
            conditions.addFirst("not " + overlaps(none));
        }
        if (!all.isEmpty()) {
            conditions.addFirst("i.tag_ids @> " + bind(all.toArray(Integer[]::new)) + "::int[]");
        }
        return conditions.isEmpty() ? "true" : "(" + String.join(" and ", conditions) + ")";
    }

    private String disjunction(List<Query> parts) {
        Set<Integer> any = new LinkedHashSet<>();
        List<String> conditions = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof Tag tag && tagIds.containsKey(tag)) {
                any.addAll(tagIds.get(tag));
            } else {
                conditions.add(condition(part));
            }
        }
        if (!any.isEmpty()) {
            conditions.addFirst(overlaps(any));
        }
        return conditions.isEmpty() ? "false" : "(" + String.join(" or ", conditions) + ")";
    }

    private String overlaps(Set<Integer> ids) {
        return ids.isEmpty() ? "false" : "(i.tag_ids && " + bind(ids.toArray(Integer[]::new)) + "::int[])";
    }

    private String pattern(String name) {
        if (name.chars().allMatch(c -> c == '*')) {
            return "i.tag_count > 0";
        }
        return "exists (select from item_tag t join tag_name n on n.id = t.tag_id where t.item_id = i.id and n.name like "
                + bind(like(name)) + ")";
    }

    private String range(Range range) {
        String column = switch (range.field()) {
            case WIDTH -> "i.width";
            case HEIGHT -> "i.height";
            case TAGS -> "i.tag_count";
            case SIZE -> "i.file_size";
            case RATIO -> "coalesce(i.width::float8 / nullif(i.height, 0), 0)";
            case ID -> "i.id";
        };
        boolean ratio = range.field() == Query.NumberField.RATIO;
        double slack = ratio && range.low() == range.high() ? NumberBounds.RATIO_TOLERANCE : 0;
        List<String> bounds = new ArrayList<>();
        if (range.low() != Double.NEGATIVE_INFINITY) {
            bounds.add(column + (range.lowOpen() ? " > " : " >= ") + number(range.low() - slack, ratio));
        }
        if (range.high() != Double.POSITIVE_INFINITY) {
            bounds.add(column + (range.highOpen() ? " < " : " <= ") + number(range.high() + slack, ratio));
        }
        return "(" + String.join(" and ", bounds) + ")";
    }

    private String number(double value, boolean fraction) {
        return fraction ? bind(value) + "::float8" : bind((long) value) + "::bigint";
    }

    private String text(Text text) {
        String value = text.value();
        return switch (text.field()) {
            case TYPE -> "i.item_type = " + bind(value);
            case FORMAT ->
                "exists (select from item_image m where m.item_id = i.id and m.format = " + bind(value) + ")";
            case NAME -> name(value, text.exact());
            case CAPTION ->
                "exists (select from caption c where c.item_id = i.id and c.content ilike "
                        + bind("%" + escape(value) + "%") + ")";
            case SOURCE -> "exists (select from item_tag t where t.item_id = i.id and t.source = " + bind(value) + ")";
            case GROUP ->
                "exists (select from item_tag t where t.item_id = i.id and lower(t.tag_group) = " + bind(value) + ")";
            case HAS -> has(value);
        };
    }

    /** The base name, the file name or the whole relative path. */
    private String name(String value, boolean exact) {
        String operator = exact ? " like " : " ilike ";
        String pattern = bind(exact ? escape(value) : like(value));
        return "(i.base_name" + operator + pattern + " or i.relative_path" + operator + pattern
                + " or regexp_replace(i.relative_path, '^.*/', '')" + operator + pattern + ")";
    }

    private String has(String what) {
        return switch (what) {
            case "tags", "tag" -> "i.tag_count > 0";
            case "exif", "metadata" -> "i.exif is not null";
            case "problem", "problems" -> "exists (select from file_problem p where p.item_id = i.id)";
            case "conflict", "conflicts" ->
                "exists (select from caption c join caption_conflict x on x.caption_id = c.id where c.item_id = i.id)";
            case "caption", "captions" ->
                "exists (select from caption c where c.item_id = i.id and btrim(c.content, E' \\t\\r\\n') <> '')";
            default -> {
                String value = bind(what);
                yield "exists (select from caption c where c.item_id = i.id and btrim(c.content, E' \\t\\r\\n') <> '' and "
                        + "(c.caption_type = " + value + " or c.caption_subtype = " + value + "))";
            }
        };
    }

    private String bind(Object value) {
        parameters.add(value);
        return "$" + parameters.size();
    }

    /** A pattern with {@code *} and {@code ?} as one for LIKE. */
    private static String like(String pattern) {
        return escape(pattern).replace('*', '%').replace('?', '_');
    }

    /** Text that LIKE takes literally. */
    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
