package dev.fuda.dictionary.translation;

import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.TranslationFile;
import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.translation.TranslationService.Added;
import dev.fuda.kernel.event.DictionaryEvent.SnapshotInstalled;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Imports a list of translations as one transaction. Blocking. */
@ApplicationScoped
class TranslationImport {

    private static final int MOST_PAIRS = 1_000_000;
    private static final int BATCH = 5_000;
    private static final int MOST_REJECTIONS = 1_000;

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    IndexFeed feed;

    /**
     * What became of the pairs of a list.
     *
     * @param offeredCount pairs that are offered as alternatives now
     * @param knownCount pairs that were there already
     * @param unknownCount pairs whose tag the dictionary does not have
     * @param rejected the first thousand rows that could not be read
     */
    @Schema(name = "TranslationImportReport")
    record Report(
            long importedCount,
            long offeredCount,
            long knownCount,
            long unknownCount,
            long rejectedCount,
            List<Rejection> rejected) {}

    /**
     * @param offer whether tags that are translated already are only offered what differs
     * @throws TooManyException if there are more pairs than a list may have
     */
    Report run(TranslationFile file, String source, boolean offer) throws IOException {
        Pairs pairs = new Pairs();
        file.read(pairs);
        Added sum = pool.withTransaction(tx -> addAll(tx, pairs, file.language(), source, offer))
                .await()
                .indefinitely();
        if (sum.added() > 0) {
            feed.rebuilt().await().indefinitely();
        }
        return new Report(
                sum.added(),
                sum.offered(),
                sum.given() - sum.added() - sum.offered(),
                pairs.tags.size() - sum.given(),
                pairs.rejections,
                pairs.rejected);
    }

    private Uni<Added> addAll(SqlConnection tx, Pairs pairs, String language, String source, boolean offer) {
        Uni<Added> sum = Uni.createFrom().item(new Added(0, 0, 0));
        for (int from = 0; from < pairs.tags.size(); from += BATCH) {
            int to = Math.min(pairs.tags.size(), from + BATCH);
            String[] tags = pairs.tags.subList(from, to).toArray(String[]::new);
            String[] translations = pairs.translations.subList(from, to).toArray(String[]::new);
            sum = sum.chain(before -> TranslationService.add(tx, tags, translations, language, source, offer)
                    .map(before::plus));
        }
        return sum.call(all -> all.added() == 0
                ? Uni.createFrom().voidItem()
                : tx.query("insert into tag_change (tag_id) values (null)")
                        .execute()
                        .chain(() -> outbox.append(tx, new SnapshotInstalled(UUID.randomUUID(), 0, all.added()))));
    }

    /** The pairs of a file. */
    private static final class Pairs implements TranslationFile.Sink {
        private final List<String> tags = new ArrayList<>();
        private final List<String> translations = new ArrayList<>();
        private final List<Rejection> rejected = new ArrayList<>();
        private long rejections;

        @Override
        public void translated(long line, String tag, List<String> of) {
            if (tags.size() + of.size() > MOST_PAIRS) {
                throw new TooManyException();
            }
            for (String translation : of) {
                tags.add(tag);
                translations.add(translation);
            }
        }

        @Override
        public void reject(Rejection rejection) {
            if (rejections++ < MOST_REJECTIONS) {
                rejected.add(rejection);
            }
        }
    }

    /** The list is longer than lists may be. */
    static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyException() {
            super("The list has more than " + MOST_PAIRS + " translations. Split it.");
        }
    }
}
