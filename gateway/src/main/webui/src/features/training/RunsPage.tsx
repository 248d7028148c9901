import { useQuery } from '@tanstack/react-query';
import { GraduationCap } from 'lucide-react';
import { Link } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui/States';

/** The training runs that reported, newest first. Read only: a trainer writes them over the API. */
export function RunsPage() {
  const t = useText();
  const format = useFormat();
  const runs = useQuery({
    queryKey: keys.runs(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/training/runs', { signal })),
  });
  const share = (now: number | null, of: number | null) =>
    now === null
      ? t.common.notMeasured
      : of === null
        ? format.count(now)
        : t.training.of(format.count(now), format.count(of));
  return (
    <Page title={t.training.title}>
      {runs.isPending ? (
        <SkeletonList rows={4} height={40} />
      ) : runs.isError ? (
        <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />
      ) : runs.data.items.length === 0 ? (
        <EmptyState icon={GraduationCap} title={t.training.emptyTitle} action={<a href="/swagger">{t.training.api}</a>}>
          {t.training.emptyText}
        </EmptyState>
      ) : (
        <div className="card">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.training.run}</th>
                <th scope="col">{t.training.status}</th>
                <th scope="col">{t.training.epoch}</th>
                <th scope="col">{t.training.step}</th>
                <th scope="col">{t.training.started}</th>
              </tr>
            </thead>
            <tbody>
              {runs.data.items.map((run) => (
                <tr key={run.id}>
                  <td>
                    {run.dataset_id === null ? (
                      run.run_name
                    ) : (
                      <Link to={`/dataset/${run.dataset_id}`}>{run.run_name}</Link>
                    )}
                  </td>
                  <td>
                    <span className="badge">{run.status}</span>
                  </td>
                  <td className="num">{share(run.completed_epochs, run.total_epochs)}</td>
                  <td className="num">{share(run.completed_steps, run.total_steps)}</td>
                  <td>{run.started_at ? format.date(run.started_at) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
