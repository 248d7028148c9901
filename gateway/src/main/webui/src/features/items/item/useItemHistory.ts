import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { DatasetId, ItemId } from '@/shared/api/types';
import { currentText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';
import { refreshDatasets, undoOperation } from '@/shared/undo/undo';

/**
 * Undo and redo for one item, over the operations that the server keeps: it works after a reload too. An undo is itself an
 * operation; undoing it is the redo.
 */
export function useItemHistory(dataset: DatasetId, item: ItemId) {
  const queries = useQueryClient();
  const [redoable, setRedoable] = useState<string[]>([]);
  const history = useQuery({
    queryKey: keys.operations(dataset, { item }),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/datasets/{dataset_id}/operations', {
          params: { path: { dataset_id: dataset }, query: { item_id: item, limit: 50 } },
          signal,
        }),
      ),
  });
  const operations = history.data?.operations ?? [];
  const next = operations.find(
    (operation) => operation.can_undo && operation.undone_by === null && operation.kind !== 'undo',
  );

  const step = useMutation({
    mutationFn: async ({ id, redo }: { id: string; redo: boolean }) => ({ ...(await undoOperation(id)), redo }),
    // Without an operation nothing was left to take back, so there is nothing to redo either.
    onSuccess: ({ operation_id, redo }) =>
      setRedoable((stack) => (redo ? stack.slice(0, -1) : operation_id === null ? stack : [...stack, operation_id])),
    onError: (error) => toast('bad', currentText().undo.failed, error.message),
    onSettled: () => refreshDatasets(queries),
  });
  const last = redoable.at(-1);
  return {
    operations,
    canUndo: next !== undefined && !step.isPending,
    canRedo: last !== undefined && !step.isPending,
    undo: () => next && step.mutate({ id: next.id, redo: false }),
    redo: () => last !== undefined && step.mutate({ id: last, redo: true }),
    /** A new edit ends the chance to redo. */
    forgetRedo: () => setRedoable([]),
  };
}

export type ItemHistory = ReturnType<typeof useItemHistory>;
