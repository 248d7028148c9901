package dev.fuda.kernel.stream;

import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One entry of a Redis stream as it was read. */
record Entry(EntryId id, Map<String, String> fields) {

    /** Reads {@code [[id, [field, value, …]], …]}; entries that were deleted meanwhile come as nil and are left out. */
    static List<Entry> listOf(Response entries) {
        List<Entry> list = new ArrayList<>();
        if (entries == null) {
            return list;
        }
        for (Response entry : entries) {
            if (entry == null || entry.size() < 2 || entry.get(1) == null) {
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            Response values = entry.get(1);
            for (int i = 0; i + 1 < values.size(); i += 2) {
                fields.put(values.get(i).toString(), values.get(i + 1).toString());
            }
            list.add(new Entry(EntryId.of(entry.get(0).toString()), fields));
        }
        return list;
    }
}
