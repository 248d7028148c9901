import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { History, Undo2 } from 'lucide-react';
import { useParams, useSearchParams } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { refreshDatasets, undoOperation } from '@/shared/undo/undo';
import { Button } from '@/shared/ui/Button';
import { Page } from '@/shared/ui/Page';
import { Pager } from '@/shared/ui/Pager';
import { useDatasetTrail } from './useDataset';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui/States';

/** Every change of a dataset, newest first, each with its undo. */
export function HistoryPage() {
  const t = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const dataset = Number(useParams()['id']);
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page') ?? 1) || 1);
  const history = useQuery({
    queryKey: keys.operations(dataset, page),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/datasets/{dataset_id}/operations', {
          params: { path: { dataset_id: dataset }, query: { page, limit: 50 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const undo = useMutation({
    mutationFn: undoOperation,
    onSuccess: ({ restored }) => toast('good', t.history.doneUndo(format.count(restored))),
    onError: (error) => toast('bad', t.undo.failed, error.message),
    onSettled: () => refreshDatasets(queries),
  });
  const trail = useDatasetTrail(dataset, t.datasets.title);
  return (
    <Page title={t.history.title} trail={trail}>
      <p className="soft">{t.history.lead}</p>
      {history.isPending ? (
        <SkeletonList rows={6} height={40} />
      ) : history.isError ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : history.data.operations.length === 0 ? (
        <EmptyState icon={History} title={t.history.emptyTitle}>
          {t.history.emptyText}
        </EmptyState>
      ) : (
        <>
          <div className="card">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.history.change}</th>
                  <th scope="col">{t.datasets.images}</th>
                  <th scope="col">{t.history.author}</th>
                  <th scope="col">{t.history.when}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t.datasets.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {history.data.operations.map((operation) => (
                  <tr key={operation.id}>
                    <td>
                      {operation.title}{' '}
                      {operation.undone_by !== null && <span className="badge">{t.history.undone}</span>}
                    </td>
                    <td className="num">{t.history.items(format.count(operation.items), operation.items)}</td>
                    <td>{operation.author}</td>
                    <td>
                      <time dateTime={operation.created_at} title={format.date(operation.created_at)}>
                        {format.ago(operation.created_at)}
                      </time>
                    </td>
                    <td className="right">
                      {operation.can_undo && (
                        <Button
                          small
                          icon={<Undo2 size={13} />}
                          disabled={undo.isPending}
                          onClick={() => undo.mutate(operation.id)}
                        >
                          {t.history.undo}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Pager
            page={page}
            pages={history.data.total_pages}
            onPage={(next) => setParams(next === 1 ? {} : { page: String(next) })}
          />
        </>
      )}
    </Page>
  );
}
