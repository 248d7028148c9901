import { useCallback, useMemo, useState } from 'react';
import type { ItemId } from '@/shared/api/types';
import type { ItemList } from '../useItemList';

/** What is selected: single items, or everything that the search matches (loaded or not). */
export type Selection = { kind: 'items'; ids: ReadonlySet<ItemId> } | { kind: 'all' };

export const nothing: Selection = { kind: 'items', ids: new Set() };

export function isSelected(selection: Selection, id: ItemId): boolean {
  return selection.kind === 'all' || selection.ids.has(id);
}

export function sizeOf(selection: Selection, total: number): number {
  return selection.kind === 'all' ? total : selection.ids.size;
}

export function toggled(selection: Selection, id: ItemId): Selection {
  const ids = new Set(selection.kind === 'items' ? selection.ids : []);
  if (!ids.delete(id)) ids.add(id);
  return { kind: 'items', ids };
}

export function withRange(selection: Selection, list: Pick<ItemList, 'at'>, from: number, to: number): Selection {
  const ids = new Set(selection.kind === 'items' ? selection.ids : []);
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
    const item = list.at(index);
    if (item) ids.add(item.id);
  }
  return { kind: 'items', ids };
}

export function withItems(selection: Selection, list: Pick<ItemList, 'at'>, indexes: readonly number[]): Selection {
  const ids = new Set(selection.kind === 'items' ? selection.ids : []);
  for (const index of indexes) {
    const item = list.at(index);
    if (item) ids.add(item.id);
  }
  return { kind: 'items', ids };
}

export function inverted(selection: Selection, list: Pick<ItemList, 'known'>): Selection {
  if (selection.kind === 'all') return nothing;
  if (selection.ids.size === 0) return { kind: 'all' };
  return { kind: 'items', ids: new Set([...list.known.keys()].filter((id) => !selection.ids.has(id))) };
}

/** The selection of a view. It belongs to the view: another search starts with nothing selected. */
export function useSelection(viewKey: string, list: ItemList) {
  const [state, setState] = useState({ viewKey, selection: nothing, anchor: 0 });
  const current = state.viewKey === viewKey ? state : { viewKey, selection: nothing, anchor: 0 };
  const set = useCallback(
    (selection: Selection, anchor: number) => setState({ viewKey, selection, anchor }),
    [viewKey],
  );
  const { selection, anchor } = current;
  return useMemo(
    () => ({
      selection,
      size: sizeOf(selection, list.total),
      toggle: (index: number) => {
        const item = list.at(index);
        if (item) set(toggled(selection, item.id), index);
      },
      extendTo: (index: number) => set(withRange(selection, list, anchor, index), anchor),
      /** The given items beside what was selected before. */
      put: (indexes: readonly number[], before: Selection) =>
        set(withItems(before, list, indexes), indexes[0] ?? anchor),
      all: () => set({ kind: 'all' }, 0),
      invert: () => set(inverted(selection, list), anchor),
      clear: () => set(nothing, 0),
    }),
    [selection, anchor, list, set],
  );
}

export type SelectionControl = ReturnType<typeof useSelection>;
