import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { DatasetId } from '@/shared/api/types';

const LIMIT = 500;

/** How often each tag stands in the items that the search matches. */
export function useViewTags(dataset: DatasetId, search: string) {
  const query = useQuery({
    queryKey: keys.viewTags(dataset, search),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/datasets/{dataset_id}/tags', {
          params: { path: { dataset_id: dataset }, query: { limit: LIMIT, ...(search === '' ? {} : { search }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const counts = useMemo(() => new Map(query.data?.map((entry) => [entry.tag, entry.count]) ?? []), [query.data]);
  return { ...query, counts };
}
