import { useSearchParams } from 'react-router';
import type { ItemId } from '@/shared/api/types';

export const SORTS = ['name', '-name', '-created', 'created', '-size', 'size', '-tags', 'tags'] as const;
export type Sort = (typeof SORTS)[number];

export interface View {
  search: string;
  sort: Sort;
}

/** What the dataset page shows, kept in the address so that it can be shared: search, order, and the open item. */
export function useView() {
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const sort = SORTS.find((entry) => entry === params.get('sort')) ?? 'name';
  const item = Number(params.get('item') ?? Number.NaN);
  const change = (part: Record<string, string | null>, replace: boolean) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(part)) {
          if (value === null || value === '') next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      { replace },
    );
  return {
    view: { search, sort } satisfies View,
    item: Number.isNaN(item) ? null : item,
    setSearch: (next: string) => change({ q: next, item: null }, false),
    setSort: (next: Sort) => change({ sort: next === 'name' ? null : next }, false),
    /** Walking from image to image is not a step of the browser's history; opening and closing is. */
    openItem: (id: ItemId, walking = false) => change({ item: String(id) }, walking),
    closeItem: () => change({ item: null }, true),
  };
}
