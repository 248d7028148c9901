import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { currentText } from '@/shared/i18n';
import { persisted, usePersisted } from '@/shared/store/persisted';
import { toast } from '@/shared/store/messages';

/** What the undo bar offers: the operations of one action, newest last. Kept until undone, replaced or closed. */
export interface Undoable {
  operationIds: string[];
  text: string;
  datasetId: number;
  /** True when the bar shows an undo that was just done (so the button says "redo"). */
  undone: boolean;
}

const store = persisted<Undoable | null>('fuda.undo', null);

export function offerUndo(entry: Omit<Undoable, 'undone'>): void {
  if (entry.operationIds.length > 0) store.set({ ...entry, undone: false });
}

export function useUndoBar() {
  const [entry, set] = usePersisted(store);
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (target: Undoable) => undoAll(queries, target),
    onSuccess: ({ operationIds, restored, skipped }, target) => {
      const t = currentText();
      set({ ...target, operationIds, undone: !target.undone });
      if (skipped > 0) toast('info', t.undo.partly(restored, skipped));
    },
    onError: (error) => {
      set(null);
      toast('bad', currentText().undo.failed, error.message);
    },
  });
  return {
    entry,
    dismiss: () => set(null),
    undo: () => entry && !undo.isPending && undo.mutate(entry),
    busy: undo.isPending,
  };
}

/** Undoes the operations of one action, newest first. An undo is an operation too, which is what makes redo. */
async function undoAll(queries: QueryClient, target: Undoable) {
  let restored = 0;
  let skipped = 0;
  const operationIds: string[] = [];
  for (const id of [...target.operationIds].reverse()) {
    const result = await undoOperation(id);
    restored += result.restored;
    skipped += result.skipped.length;
    if (result.operation_id !== null) {
      operationIds.push(result.operation_id);
    }
  }
  await refreshDatasets(queries);
  return { operationIds, restored, skipped };
}

export function undoOperation(id: string) {
  return unwrap(client.POST('/api/operations/{operation_id}/undo', { params: { path: { operation_id: id } } }));
}

/** Marks everything that an operation may have changed as stale. */
export function refreshDatasets(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['dataset'] });
}
