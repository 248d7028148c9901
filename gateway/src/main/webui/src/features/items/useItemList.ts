import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { DatasetId, DatasetItem, ItemId, ItemPage } from '@/shared/api/types';
import type { View } from './view';

export const PAGE_SIZE = 100;

export interface ItemList {
  total: number;
  isPending: boolean;
  error: Error | null;
  retry: () => void;
  /** The item at a position of the view (from 0), if its page has come. */
  at: (index: number) => DatasetItem | undefined;
  indexOf: (id: ItemId) => number;
  /** Every item that has come, by id. */
  known: ReadonlyMap<ItemId, DatasetItem>;
  /** Changes whenever a page comes or changes. */
  version: unknown;
}

/** The items of a view, page by page: only the pages asked for are loaded, the ones left behind are kept for a while. */
export function useItemList(dataset: DatasetId, view: View, wanted: readonly number[]): ItemList {
  const queries = useQueryClient();
  const query = (page: number) => ({
    queryKey: keys.items(dataset, view.search, view.sort, page),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      unwrap(
        client.GET('/api/datasets/{dataset_id}/items', {
          params: {
            path: { dataset_id: dataset },
            query: { page, limit: PAGE_SIZE, sort: view.sort, ...(view.search === '' ? {} : { search: view.search }) },
          },
          signal,
        }),
      ),
    gcTime: 30 * 60_000,
  });
  const { data: firstPage, isPending, error, refetch } = useQuery(query(1));
  const more = useQueries({
    queries: wanted.filter((page) => page > 1).map(query),
    // Structural sharing gives a new array only when one of the pages changed.
    combine: (results) => results.map((result) => result.data),
  });

  const pages = useMemo(() => {
    const found = queries.getQueriesData<ItemPage>({ queryKey: keys.items(dataset, view.search, view.sort) });
    return new Map(found.flatMap(([key, data]) => (data ? [[key.at(-1) as number, data.items] as const] : [])));
    // The cache is read again when a page that is shown has come or changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [queries, dataset, view.search, view.sort, firstPage, more]);

  return useMemo(() => {
    const known = new Map<ItemId, DatasetItem>();
    const positions = new Map<ItemId, number>();
    for (const [page, items] of pages) {
      items.forEach((item, offset) => {
        known.set(item.id, item);
        positions.set(item.id, (page - 1) * PAGE_SIZE + offset);
      });
    }
    return {
      total: firstPage?.total ?? 0,
      isPending,
      error,
      retry: () => void refetch(),
      at: (index: number) => pages.get(Math.floor(index / PAGE_SIZE) + 1)?.[index % PAGE_SIZE],
      indexOf: (id: ItemId) => positions.get(id) ?? -1,
      known,
      version: pages,
    };
  }, [pages, firstPage, isPending, error, refetch]);
}
