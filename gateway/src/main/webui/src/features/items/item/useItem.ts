import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { imageUrl } from '@/shared/api/media';
import type { DatasetId, DatasetItem, ItemDetail, ItemId } from '@/shared/api/types';

export function itemQuery(dataset: DatasetId, item: ItemId) {
  return {
    queryKey: keys.item(dataset, item),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<ItemDetail> =>
      unwrap(
        client.GET('/api/datasets/{dataset_id}/items/{item_id}', {
          params: { path: { dataset_id: dataset, item_id: item } },
          signal,
        }),
      ),
  };
}

export function useItem(dataset: DatasetId, item: ItemId) {
  return useQuery(itemQuery(dataset, item));
}

/** Fetches the neighbours' details and pictures, so that ← and → show them at once. */
export function usePreload(dataset: DatasetId, neighbours: readonly (DatasetItem | undefined)[]): void {
  const queries = useQueryClient();
  const ids = neighbours.map((item) => item?.id ?? '').join(',');
  useEffect(() => {
    const pictures = neighbours.flatMap((item) => {
      if (!item) return [];
      void queries.prefetchQuery(itemQuery(dataset, item.id));
      const picture = new Image();
      picture.src = imageUrl(dataset, item.id, undefined, item.image_hash);
      return [picture];
    });
    return () => pictures.forEach((picture) => picture.removeAttribute('src'));
    // The ids say all that matters about the neighbours.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [queries, dataset, ids]);
}
