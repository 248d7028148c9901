import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { ApiProblem } from '@/shared/api/problem';
import type { DatasetId } from '@/shared/api/types';
import { useDebounced } from '@/shared/tags/useSuggestions';

/** How many items a search matches, while it is typed. */
export function useMatchCount(dataset: DatasetId, search: string) {
  const settled = useDebounced(search, 150);
  return useQuery({
    queryKey: keys.count(dataset, settled),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/datasets/{dataset_id}/items/count', {
          params: { path: { dataset_id: dataset }, query: settled === '' ? {} : { search: settled } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export interface SearchProblem {
  message: string;
  /** The character (from 0) that the server could not read, if it said so. */
  position: number | null;
  search: string;
}

export function searchProblem(error: unknown, search: string): SearchProblem | null {
  if (!(error instanceof ApiProblem) || (error.status !== 400 && error.status !== 422)) return null;
  const position = error.body['position'];
  return { message: error.message, position: typeof position === 'number' ? position : null, search };
}
