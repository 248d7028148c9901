import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

const LIMIT = 12;

/** Dictionary suggestions for what is being typed. A newer query aborts the older one; old answers are never shown for new text. */
export function useSuggestions(text: string, enabled: boolean) {
  const query = useDebounced(text.trim(), 60);
  return useQuery({
    queryKey: keys.suggest(query),
    queryFn: async ({ signal }) => {
      const answer = await unwrap(
        client.GET('/api/tag-dictionary/search', { params: { query: { query, limit: LIMIT } }, signal }),
      );
      return answer.results;
    },
    enabled: enabled && query !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 120_000,
  });
}

/** Tells what was chosen, so that it comes first next time. Nobody waits for it, and nothing is lost without it. */
export function tellPick(queries: QueryClient, tag: string): void {
  void client
    .POST('/api/tag-dictionary/picks', { body: { tags: [tag] } })
    .then(() => queries.invalidateQueries({ queryKey: ['suggest'], refetchType: 'none' }))
    .catch(() => undefined);
}

export function useDebounced<T>(value: T, ms: number): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return late;
}
