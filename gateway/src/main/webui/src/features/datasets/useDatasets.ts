import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { DatasetId, DatasetSummary } from '@/shared/api/types';
import { currentText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';

export function useDatasets() {
  return useQuery({
    queryKey: keys.datasets(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/datasets', { params: { query: { limit: 200 } }, signal })),
    refetchInterval: (query) => (query.state.data?.some((dataset) => dataset.active_job_id) ? 2000 : false),
  });
}

export function useReindex() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (dataset: Pick<DatasetSummary, 'id' | 'name'>) =>
      unwrap(client.POST('/api/datasets/{dataset_id}/reindex', { params: { path: { dataset_id: dataset.id } } })),
    onSuccess: (_, dataset) => toast('info', currentText().datasets.reindexStarted(dataset.name)),
    onError: (error) => toast('bad', currentText().common.failed, error.message),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.datasets() }),
        queries.invalidateQueries({ queryKey: keys.jobs() }),
      ]),
  });
}

export function useForget() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: DatasetId) =>
      unwrap(client.DELETE('/api/datasets/{dataset_id}', { params: { path: { dataset_id: id } } })),
    onSuccess: (_, id) => {
      queries.setQueryData<DatasetSummary[]>(keys.datasets(), (list) => list?.filter((dataset) => dataset.id !== id));
      queries.removeQueries({ queryKey: keys.dataset(id) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.datasets() }),
  });
}
