package dev.fuda.dataset.operation;

import dev.fuda.dataset.caption.CaptionChanges;
import dev.fuda.dataset.caption.CaptionEditor;
import dev.fuda.dataset.caption.CaptionEditor.Outcome;
import dev.fuda.dataset.caption.CaptionEditor.Wanted;
import dev.fuda.dataset.caption.CaptionState;
import dev.fuda.dataset.caption.ItemState;
import dev.fuda.dataset.caption.OperationHeader;
import dev.fuda.dataset.operation.OperationRepository.Change;
import dev.fuda.dataset.operation.OperationRepository.Found;
import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes operations back, whatever their size. */
@ApplicationScoped
public class OperationService {

    private static final int REASONS_SHOWN = 200;

    private final OperationRepository operations;
    private final CaptionEditor editor;

    OperationService(OperationRepository operations, CaptionEditor editor) {
        this.operations = operations;
        this.editor = editor;
    }

    /**
     * What came of an undo.
     *
     * @param operationId of the undo, which can be undone itself; null when nothing was left to take back
     * @param restored items that were changed back, wholly or in part
     * @param skipped items where something could not be taken back, at most {@value #REASONS_SHOWN} of them
     * @param skippedItems how many such items there are
     */
    public record Undone(@Nullable UUID operationId, int restored, List<Kept> skipped, int skippedItems) {}

    /** Something that stays as it is now. */
    public record Kept(long itemId, String reason) {}

    /** Takes an operation back where nobody changed the same since. */
    public Uni<Undone> undo(UUID id, String author) {
        return operations.get(id).flatMap(found -> {
            if (!found.operation().canUndo()) {
                throw OperationRepository.alreadyUndone();
            }
            return operations.changes(id).flatMap(changes -> undo(found, changes, author));
        });
    }

    private Uni<Undone> undo(Found found, Map<Long, Change> changes, String author) {
        OperationHeader header = new OperationHeader(
                EventIds.next(), "undo", "Undid: " + found.operation().title(), author);
        Map<Long, List<String>> kept = new ConcurrentHashMap<>();
        return editor.apply(
                        header,
                        changes.keySet(),
                        item -> plan(item, changes.get(item.id()), kept),
                        (tx, outcome) -> outcome.operationId() == null
                                ? Uni.createFrom().voidItem()
                                : operations.markUndone(tx, found.operation().id(), header.id()))
                .map(outcome -> undone(outcome, kept));
    }

    private static List<Wanted> plan(ItemState item, Change change, Map<Long, List<String>> kept) {
        Map<CaptionState.Key, CaptionChanges.Entry> after = change.after().captions().stream()
                .collect(Collectors.toMap(CaptionChanges.Entry::key, Function.identity()));
        List<String> reasons = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (CaptionChanges.Entry before : change.before().captions()) {
            CaptionState now = item.caption(before.key())
                    .map(ItemState.StoredCaption::state)
                    .orElse(null);
            UndoMerge merge =
                    UndoMerge.of(before.state(), after.get(before.key()).state(), now);
            reasons.addAll(merge.kept());
            wanted.add(new Wanted(before.key(), merge.result(), null, isPast(merge.result(), before.state())));
        }
        // The plan may be made again when somebody edits meanwhile; the last one counts.
        kept.put(item.id(), reasons);
        return wanted;
    }

    private static boolean isPast(CaptionState result, CaptionState before) {
        return result == null || result == before;
    }

    private static Undone undone(Outcome outcome, Map<Long, List<String>> kept) {
        List<Kept> skipped = new ArrayList<>();
        kept.forEach((item, reasons) -> {
            if (!reasons.isEmpty()) {
                skipped.add(new Kept(item, String.join("; ", reasons)));
            }
        });
        for (CaptionEditor.Skipped item : outcome.skipped()) {
            Problem problem = item.problem();
            skipped.removeIf(other -> other.itemId() == item.itemId());
            skipped.add(new Kept(item.itemId(), problem.getMessage()));
        }
        skipped.sort(java.util.Comparator.comparingLong(Kept::itemId));
        return new Undone(
                outcome.operationId(),
                outcome.items().size(),
                skipped.stream().limit(REASONS_SHOWN).toList(),
                skipped.size());
    }
}
