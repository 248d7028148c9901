import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { DictionaryOperation, OperationKind } from '@/shared/api/types';
import { currentText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';
import { persisted, usePersisted } from '@/shared/store/persisted';
import { refreshDatasets } from '@/shared/undo/undo';

export const KINDS = ['rename', 'merge', 'alias', 'deprecate', 'implication', 'delete'] as const;

export interface OperationOrder {
  kind: OperationKind;
  tag: string;
  target: string;
  apply: boolean;
}

/** What was done last, with the way back, on all pages of the dictionary until it is closed. */
const lastOperation = persisted<{ id: string; title: string; undone: boolean } | null>('fuda.dictionary.last', null);

export function offerOperationUndo(operation: Pick<DictionaryOperation, 'id' | 'title'>): void {
  lastOperation.set({ id: operation.id, title: operation.title, undone: false });
}

function bodyOf({ kind, tag, target, apply }: OperationOrder) {
  return { kind, tag, ...(target === '' ? {} : { target }), apply_to_datasets: apply };
}

export function needsTarget(kind: OperationKind): boolean {
  return kind !== 'delete' && kind !== 'deprecate';
}

/** What an order would touch; asked for once it is complete. */
export function usePreview(order: OperationOrder) {
  return useQuery({
    queryKey: keys.dictionary('preview', order),
    queryFn: ({ signal }) =>
      unwrap(client.POST('/api/tag-dictionary/operations/preview', { body: bodyOf(order), signal })),
    enabled: !needsTarget(order.kind) || order.target !== '',
    retry: false,
    gcTime: 0,
    staleTime: 0,
  });
}

/** Everything that shows tags is read anew: what was done to the dictionary reaches into groups, suggestions and datasets. */
export function useDictionaryRefresh() {
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.dictionary() }),
        queries.invalidateQueries({ queryKey: keys.groups() }),
        queries.invalidateQueries({ queryKey: ['suggest'] }),
        queries.invalidateQueries({ queryKey: keys.jobs() }),
        refreshDatasets(queries),
      ]),
    [queries],
  );
}

export function useRunOperation() {
  const refresh = useDictionaryRefresh();
  return useMutation({
    mutationFn: (order: OperationOrder) =>
      unwrap(client.POST('/api/tag-dictionary/operations', { body: bodyOf(order) })),
    onSuccess: offerOperationUndo,
    onSettled: refresh,
  });
}

export function useUndoOperation() {
  const refresh = useDictionaryRefresh();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(
        client.POST('/api/tag-dictionary/operations/{operation_id}/undo', { params: { path: { operation_id: id } } }),
      ),
    onSuccess: (operation) => {
      toast('good', `${operation.title} · ${currentText().operations.undone}`);
    },
    onError: (error) => toast('bad', currentText().common.failed, error.message),
    onSettled: refresh,
  });
}

export function useLastOperation() {
  const [last, set] = usePersisted(lastOperation);
  const undo = useUndoOperation();
  return {
    last,
    busy: undo.isPending,
    undo: () => last && undo.mutate(last.id, { onSuccess: () => set({ ...last, undone: true }) }),
    dismiss: () => set(null),
  };
}
