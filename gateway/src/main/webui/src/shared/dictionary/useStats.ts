import { useQuery } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

/** The dictionary in numbers, without what datasets use: that takes longer and comes by itself. */
export function useStats() {
  return useQuery({
    queryKey: keys.dictionary('stats'),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/tag-dictionary/stats', { params: { query: { datasets: false } }, signal })),
  });
}
