package dev.fuda.dataset.item;

import dev.fuda.kernel.problem.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The orders in which items can be listed. Each ends with the id, so that pages never overlap. */
public enum ItemSort {
    NAME("name", "i.relative_path, i.id"),
    NAME_DESCENDING("-name", "i.relative_path desc, i.id desc"),
    CREATED("created", "i.created_at, i.id"),
    CREATED_DESCENDING("-created", "i.created_at desc, i.id desc"),
    SIZE("size", "i.width::bigint * i.height, i.id"),
    SIZE_DESCENDING("-size", "i.width::bigint * i.height desc, i.id desc"),
    TAGS("tags", "i.tag_count, i.id"),
    TAGS_DESCENDING("-tags", "i.tag_count desc, i.id desc");

    private final String code;
    private final String orderBy;

    ItemSort(String code, String orderBy) {
        this.code = code;
        this.orderBy = orderBy;
    }

    /** The order of this name; nothing means by name. */
    public static ItemSort of(String code) {
        if (code == null || code.isBlank()) {
            return NAME;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                                "bad-sort",
                                "sort must be one of "
                                        + Arrays.stream(values())
                                                .map(s -> s.code)
                                                .collect(Collectors.joining(", "))
                                        + ".")
                        .field("sort", "is not known"));
    }

    String orderBy() {
        return orderBy;
    }
}
