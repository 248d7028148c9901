import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Button } from '@/shared/ui/Button';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui/States';
import { TagNav } from '@/shared/dictionary/TagNav';
import { useUndoOperation } from '@/shared/dictionary/useOperations';

const LIMIT = 50;

/** What was done to the dictionary and reaches into datasets, the newest first, each with the way back. */
export function OperationsPage() {
  const t = useText();
  const format = useFormat();
  const [page, setPage] = useState(1);
  const undo = useUndoOperation();
  const list = useQuery({
    queryKey: keys.dictionary('operations', page),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/tag-dictionary/operations', { params: { query: { page, limit: LIMIT } }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t.operations.title} facts={<TagNav />}>
      <p className="soft">{t.operations.lead}</p>
      {list.isPending ? (
        <SkeletonList rows={6} height={48} />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data.items.length === 0 ? (
        <EmptyState icon={History} title={t.operations.emptyTitle}>
          {t.operations.emptyText}
        </EmptyState>
      ) : (
        <>
          <ul className="card tag-rows">
            {list.data.items.map((operation) => (
              <li key={operation.id} className="review-row">
                <span className="badge">{t.operations.kinds[operation.kind]}</span>
                <strong className="grow">{operation.title}</strong>
                {operation.impact.items !== null && operation.impact.items > 0 && (
                  <span className="soft num">
                    {t.operations.items(
                      format.count(operation.impact.items),
                      format.count(operation.impact.datasets ?? 0),
                    )}
                  </span>
                )}
                <span className="faint">
                  {t.operations.by(operation.author)} · {format.ago(operation.created_at)}
                </span>
                {operation.undone_at === null ? (
                  <Button
                    small
                    disabled={undo.isPending}
                    aria-label={`${t.operations.undo}: ${operation.title}`}
                    onClick={() => undo.mutate(operation.id)}
                  >
                    {t.operations.undo}
                  </Button>
                ) : (
                  <span className="faint">
                    {t.operations.undoneBy(operation.undone_by ?? '', format.ago(operation.undone_at))}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {list.data.total_pages > 1 && (
            <nav className="row" aria-label={t.aliases.pages}>
              <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
                {t.aliases.previous}
              </Button>
              <span className="num">{`${format.count(page)} / ${format.count(list.data.total_pages)}`}</span>
              <Button disabled={page >= list.data.total_pages} onClick={() => setPage(page + 1)}>
                {t.aliases.next}
              </Button>
            </nav>
          )}
        </>
      )}
    </Page>
  );
}
