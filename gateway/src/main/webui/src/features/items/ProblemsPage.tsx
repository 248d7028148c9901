import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useParams } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useText } from '@/shared/i18n';
import { Page } from '@/shared/ui/Page';
import { useDatasetTrail } from './useDataset';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui/States';

/** Files that the scan could not use, with the reason of each. */
export function ProblemsPage() {
  const t = useText();
  const dataset = Number(useParams()['id']);
  const problems = useQuery({
    queryKey: keys.problems(dataset),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/datasets/{dataset_id}/problems', {
          params: { path: { dataset_id: dataset }, query: { limit: 500 } },
          signal,
        }),
      ),
  });
  const trail = useDatasetTrail(dataset, t.datasets.title);
  return (
    <Page title={t.grid.problemsTitle} trail={trail}>
      <p className="soft">{t.grid.problemsLead}</p>
      {problems.isPending ? (
        <SkeletonList rows={4} height={40} />
      ) : problems.isError ? (
        <ErrorState error={problems.error} onRetry={() => void problems.refetch()} />
      ) : problems.data.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t.common.none} />
      ) : (
        <div className="card">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.item.file}</th>
                <th scope="col">{t.dictionary.reason}</th>
              </tr>
            </thead>
            <tbody>
              {problems.data.map((problem) => (
                <tr key={`${problem.path} ${problem.reason}`}>
                  <td className="mono">{problem.path}</td>
                  <td>
                    <span className="badge bad">{problem.reason}</span> {problem.detail}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
