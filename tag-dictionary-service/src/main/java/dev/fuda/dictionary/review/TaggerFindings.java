package dev.fuda.dictionary.review;

import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.review.Findings.Evidence;
import dev.fuda.dictionary.review.Findings.Finding;
import dev.fuda.dictionary.suggest.Resolver;
import dev.fuda.dictionary.suggest.Resolver.Status;
import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventStream;
import dev.fuda.kernel.event.TaggerEvent;
import dev.fuda.kernel.event.TaggerEvent.ItemTagged;
import dev.fuda.kernel.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Looks at what taggers find for names that the dictionary does not know. */
@ApplicationScoped
public class TaggerFindings implements EventHandler<TaggerEvent> {

    private final Findings findings;
    private final IndexFeed feed;
    private final ReviewSettings settings;

    TaggerFindings(Findings findings, IndexFeed feed, ReviewSettings settings) {
        this.findings = findings;
        this.feed = feed;
        this.settings = settings;
    }

    @Override
    public EventStream stream() {
        return EventStream.TAGGER;
    }

    @Override
    public String group() {
        return "dictionary";
    }

    @Override
    public Uni<Void> handle(Envelope<TaggerEvent> event, SqlConnection tx) {
        if (!settings.detect() || !(event.data() instanceof ItemTagged tagged)) {
            return Uni.createFrom().voidItem();
        }
        List<Finding> likely = tagged.scores().stream()
                .filter(score -> score.score() >= settings.leastScore())
                .flatMap(score -> Finding.of(
                        score.tag(),
                        score.category(),
                        new Evidence(tagged.datasetId(), tagged.itemId(), tagged.model(), score.score())))
                .toList();
        if (likely.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Resolver resolver = feed.resolver();
        return waiting(tx, likely)
                .flatMap(waiting -> findings.add(
                        tx,
                        likely.stream()
                                .filter(finding -> waiting.contains(finding.name())
                                        || resolver.resolve(finding.name()).status() == Status.UNKNOWN)
                                .toList()));
    }

    /** Names that wait for a person already: each further sighting counts. */
    private static Uni<List<String>> waiting(SqlConnection tx, List<Finding> findings) {
        return tx.preparedQuery(
                        "select t.name from tag t join tag_review r on r.tag_id = t.id where t.name = any($1) and r.state = 'pending'")
                .execute(Tuple.of(findings.stream().map(Finding::name).toArray(String[]::new)))
                .map(rows -> {
                    List<String> names = new ArrayList<>();
                    rows.forEach(row -> names.add(row.getString("name")));
                    return names;
                });
    }
}
