package dev.fuda.dictionary.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.name.TagName;
import dev.fuda.kernel.event.DictionaryEvent;
import dev.fuda.kernel.event.DictionaryEvent.Change;
import dev.fuda.kernel.event.DictionaryEvent.TagChanged;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tags that machines bring in: new ones become {@code auto_detected} and wait for a person, with what speaks for them. */
@ApplicationScoped
class Findings {

    /** Of many sightings the newest are kept; all are counted. */
    static final int EVIDENCE_KEPT = 20;

    private static final String ADD = """
            insert into tag (name, category, source)
            select f.name, f.category, 'auto_detected' from unnest($1::text[], $2::smallint[]) as f (name, category)
            where not exists (select from tag_alias a where a.alias = f.name)
                and not exists (select from tag t where t.name = f.name)
            order by f.name on conflict (name) do nothing returning id, name, category
            """;

    private static final String SIGHT = """
            insert into tag_review as r (tag_id, evidence)
            select t.id, jsonb_build_array(f.evidence::jsonb)
            from unnest($1::text[], $2::text[]) as f (name, evidence)
            join tag t on t.name = f.name and t.source = 'auto_detected'
            order by t.id
            on conflict (tag_id) do update set seen = r.seen + 1, updated_at = now(),
                evidence = (select jsonb_agg(e) from (
                    select e from jsonb_array_elements(excluded.evidence || r.evidence) with ordinality as l (e, n)
                    order by n limit %d) kept)
            where r.state = 'pending'
            """.formatted(EVIDENCE_KEPT);

    private final ObjectMapper json;
    private final Outbox outbox;

    Findings(ObjectMapper json, Outbox outbox) {
        this.json = json;
        this.outbox = outbox;
    }

    /**
     * Where a machine saw a tag.
     *
     * @param score 0 to 1
     */
    @Schema(name = "TagEvidence")
    record Evidence(Long datasetId, Long itemId, String model, double score) {}

    /** A name as tags are kept; {@code category} null where the model does not say. */
    record Finding(String name, String category, Evidence evidence) {

        /** Empty for what no tag can be called, which a model may well write. */
        static Stream<Finding> of(String written, String category, Evidence evidence) {
            try {
                return Stream.of(new Finding(TagName.of(written), category, evidence));
            } catch (IllegalArgumentException e) {
                return Stream.empty();
            }
        }
    }

    /** Counts the findings, in the transaction of {@code tx}. */
    Uni<Void> add(SqlConnection tx, List<Finding> findings) {
        Map<String, Finding> byName = new LinkedHashMap<>();
        findings.forEach(finding -> byName.putIfAbsent(finding.name(), finding));
        if (byName.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] names = byName.keySet().toArray(String[]::new);
        Short[] categories = byName.values().stream()
                .map(finding -> (short) category(finding).code())
                .toArray(Short[]::new);
        String[] evidence = byName.values().stream()
                .map(finding -> json.valueToTree(finding.evidence()).toString())
                .toArray(String[]::new);
        return tx.preparedQuery(ADD)
                .execute(Tuple.of(names, categories))
                .flatMap(added -> added.size() == 0
                        ? Uni.createFrom().voidItem()
                        : tx.preparedQuery("insert into tag_change (tag_id) select unnest($1::bigint[])")
                                .execute(Tuple.of(ids(added)))
                                .flatMap(told -> outbox.append(tx, created(added))))
                .flatMap(done -> tx.preparedQuery(SIGHT).execute(Tuple.of(names, evidence)))
                .replaceWithVoid();
    }

    private static List<DictionaryEvent> created(RowSet<Row> rows) {
        List<DictionaryEvent> events = new ArrayList<>();
        rows.forEach(row -> events.add(new TagChanged(
                row.getLong("id"),
                row.getString("name"),
                Category.ofCode(row.getInteger("category")).label(),
                Change.CREATED)));
        return events;
    }

    private static Long[] ids(RowSet<Row> rows) {
        Long[] ids = new Long[rows.size()];
        int i = 0;
        for (Row row : rows) {
            ids[i++] = row.getLong("id");
        }
        return ids;
    }

    private static Category category(Finding finding) {
        return finding.category() == null
                ? Category.GENERAL
                : Category.ofLabel(finding.category()).orElse(Category.GENERAL);
    }
}
