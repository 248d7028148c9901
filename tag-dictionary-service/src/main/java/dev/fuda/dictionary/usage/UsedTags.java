package dev.fuda.dictionary.usage;

import dev.fuda.dictionary.dataset.Datasets;
import dev.fuda.dictionary.dataset.Datasets.UsedTag;
import dev.fuda.dictionary.name.Category;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What datasets use of the dictionary. Counted anew at most once in a while: it looks at every item. Blocking. */
@ApplicationScoped
public class UsedTags {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 50_000;
    private static final int TOP = 100;
    private static final int AT_ONCE = 10_000;

    private final Datasets datasets;
    private final Pool pool;
    private final ReentrantLock counting = new ReentrantLock();
    private Instant at = Instant.EPOCH;
    private Usage last = Usage.UNKNOWN;

    UsedTags(Datasets datasets, Pool pool) {
        this.datasets = datasets;
        this.pool = pool;
    }

    /** A tag of the dictionary, or a name that is not in it, with where it is used. */
    @Schema(name = "UsedTag")
    public record Used(
            String tag, @Nullable Long id, @Nullable Category category, long items, long datasets) {}

    /**
     * @param datasetsKnown false when the dataset service did not answer; then everything else is empty or 0
     * @param used tags of the dictionary that items have
     * @param unused tags of the dictionary that no item has
     * @param strangers names that items have and the dictionary does not
     * @param topUsed the 100 tags that most items have
     * @param topStrangers the 100 such names that most items have
     */
    @Schema(name = "DictionaryUsage")
    public record Usage(
            boolean datasetsKnown,
            long used,
            long unused,
            long strangers,
            List<Used> topUsed,
            List<Used> topStrangers) {
        static final Usage UNKNOWN = new Usage(false, 0, 0, 0, List.of(), List.of());
    }

    public Usage find() {
        counting.lock();
        try {
            if (at.plus(FRESH).isBefore(Instant.now())) {
                last = count();
                at = last.datasetsKnown() ? Instant.now() : Instant.EPOCH;
            }
            return last;
        } finally {
            counting.unlock();
        }
    }

    private Usage count() {
        List<UsedTag> used = new ArrayList<>();
        Optional<List<UsedTag>> page;
        do {
            page = datasets.used(used.isEmpty() ? "" : used.getLast().tag(), PAGE);
            if (page.isEmpty()) {
                return Usage.UNKNOWN;
            }
            used.addAll(page.get());
        } while (page.get().size() == PAGE);
        Map<String, Row> known = known(used);
        List<Used> views = used.stream()
                .map(tag -> view(tag, known.get(tag.tag())))
                .sorted(Comparator.comparingLong(Used::items).reversed().thenComparing(Used::tag))
                .toList();
        long total = pool.query("select count(*) from tag")
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
        return new Usage(
                true,
                known.size(),
                Math.max(0, total - known.size()),
                used.size() - known.size(),
                views.stream().filter(tag -> tag.id() != null).limit(TOP).toList(),
                views.stream().filter(tag -> tag.id() == null).limit(TOP).toList());
    }

    private static Used view(UsedTag tag, Row row) {
        return new Used(
                tag.tag(),
                row == null ? null : row.getLong("id"),
                row == null ? null : Category.ofCode(row.getInteger("category")),
                tag.items(),
                tag.datasets());
    }

    private Map<String, Row> known(List<UsedTag> used) {
        Map<String, Row> known = new HashMap<>();
        for (int from = 0; from < used.size(); from += AT_ONCE) {
            String[] names = used.subList(from, Math.min(used.size(), from + AT_ONCE)).stream()
                    .map(UsedTag::tag)
                    .toArray(String[]::new);
            pool.preparedQuery("select id, name, category from tag where name = any($1)")
                    .execute(Tuple.of(names))
                    .await()
                    .atMost(PATIENCE)
                    .forEach(row -> known.put(row.getString("name"), row));
        }
        return known;
    }
}
