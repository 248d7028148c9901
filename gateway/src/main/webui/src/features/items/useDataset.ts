import { useQuery } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { DatasetId } from '@/shared/api/types';

export function useDataset(id: DatasetId) {
  return useQuery({
    queryKey: keys.dataset(id),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/datasets/{dataset_id}', { params: { path: { dataset_id: id } }, signal })),
    refetchInterval: (query) => (query.state.data?.active_job_id ? 2000 : false),
  });
}

/** The way back from a page of a dataset: the list, then the dataset by its name. */
export function useDatasetTrail(id: DatasetId, datasets: string) {
  const { data } = useDataset(id);
  return [
    { to: '/dataset', label: datasets },
    { to: `/dataset/${id}`, label: data?.name ?? `#${id}` },
  ];
}
