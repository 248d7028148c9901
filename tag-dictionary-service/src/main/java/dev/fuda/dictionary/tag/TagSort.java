package dev.fuda.dictionary.tag;

import java.util.Locale;

/** In which order a list of tags comes; ties are broken, so that pages never overlap. */
enum TagSort {
    COUNT_DESC("t.count desc, t.name"),
    COUNT_ASC("t.count, t.name"),
    NAME_ASC("t.name"),
    NAME_DESC("t.name desc"),
    CREATED_DESC("t.created_at desc, t.id desc"),
    CREATED_ASC("t.created_at, t.id");

    final String orderBy;

    TagSort(String orderBy) {
        this.orderBy = orderBy;
    }

    static TagSort parse(String text) {
        if (text == null || text.isBlank()) {
            return COUNT_DESC;
        }
        for (TagSort sort : values()) {
            if (sort.name().equals(text.toUpperCase(Locale.ROOT))) {
                return sort;
            }
        }
        throw TagFilter.bad("sort_by", text, "count_desc, count_asc, name_asc, name_desc, created_desc, created_asc");
    }
}
