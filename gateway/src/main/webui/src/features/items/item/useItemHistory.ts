import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { DatasetId, ItemId, Operation } from '@/shared/api/types';
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
  const options = {
    queryKey: keys.operations(dataset, { item }),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      unwrap(
        client.GET('/api/datasets/{dataset_id}/operations', {
          params: { path: { dataset_id: dataset }, query: { item_id: item, limit: 50 } },
          signal,
        }),
      ),
  };
  const history = useQuery(options);
  const operations = history.data?.operations ?? [];

  const step = useMutation({
    mutationFn: async ({ redo, settled }: { redo?: string; settled?: Promise<void> }) => {
      await settled;
      // What stands in the cache may lack the edit of a moment ago, and the one before it must not be undone instead.
      const id = redo ?? latestOf((await queries.fetchQuery({ ...options, staleTime: 0 })).operations)?.id;
      return { operation_id: id === undefined ? null : (await undoOperation(id)).operation_id, redo };
    },
    // Without an operation nothing was left to take back, so there is nothing to redo either.
    onSuccess: ({ operation_id, redo }) =>
      setRedoable((stack) =>
        redo !== undefined ? stack.slice(0, -1) : operation_id === null ? stack : [...stack, operation_id],
      ),
    onError: (error) => toast('bad', currentText().undo.failed, error.message),
    onSettled: () => refreshDatasets(queries),
  });
  const last = redoable.at(-1);
  return {
    operations,
    canUndo: latestOf(operations) !== undefined && !step.isPending,
    canRedo: last !== undefined && !step.isPending,
    /** Takes the latest operation back, once the saves on their way have `settled`. */
    undo: (settled?: Promise<void>) => !step.isPending && step.mutate({ settled }),
    redo: () => last !== undefined && !step.isPending && step.mutate({ redo: last }),
    /** A new edit ends the chance to redo. */
    forgetRedo: () => setRedoable([]),
  };
}

function latestOf(operations: readonly Operation[]): Operation | undefined {
  return operations.find(
    (operation) => operation.can_undo && operation.undone_by === null && operation.kind !== 'undo',
  );
}

export type ItemHistory = ReturnType<typeof useItemHistory>;
