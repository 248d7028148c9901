import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ArrowRight, GitBranch, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { TagNav } from '@/shared/dictionary/TagNav';
import { offerOperationUndo, useDictionaryRefresh } from '@/shared/dictionary/useOperations';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { canonicalTag, showTag } from '@/shared/tags/categories';
import { TagField } from '@/shared/tags/TagField';
import { useDebounced } from '@/shared/tags/useSuggestions';
import { Button } from '@/shared/ui/Button';
import { Page } from '@/shared/ui/Page';
import { Pager } from '@/shared/ui/Pager';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui/States';
import { AddRelationDialog } from './AddRelationDialog';

const LIMIT = 100;

interface Implication {
  id: number;
  antecedent: string;
  consequent: string;
}

/** Which tags bring which others: looked up by a tag, added, and put out of force with the way back. */
export function ImplicationsPage() {
  const t = useText();
  const labels = t.implications;
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('tag') ?? '');
  const tag = useDebounced(canonicalTag(text), 180);
  const page = Math.max(1, Number(params.get('page')) || 1);
  const [adding, setAdding] = useState(false);
  const end = useEnd();
  const list = useQuery({
    queryKey: keys.dictionary('implications', tag, page),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/tag-implications', {
          params: { query: { page, limit: LIMIT, ...(tag === '' ? {} : { tag }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const add = (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setAdding(true)}>
      {labels.add}
    </Button>
  );
  return (
    <Page title={labels.title} facts={<TagNav />} actions={add}>
      <p className="soft">{labels.lead}</p>
      <TagField
        aria-label={labels.search}
        placeholder={labels.search}
        value={text}
        onChange={(next) => {
          setText(next);
          setParams(next.trim() === '' ? {} : { tag: canonicalTag(next) }, { replace: true });
        }}
      />
      {list.isPending ? (
        <SkeletonList rows={8} height={32} />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data.items.length === 0 ? (
        <EmptyState icon={GitBranch} title={tag === '' ? labels.emptyTitle : labels.nothing} action={add}>
          {labels.emptyText}
        </EmptyState>
      ) : (
        <>
          <div className="card">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{labels.source}</th>
                  <th scope="col">{labels.target}</th>
                  <th scope="col" className="right">
                    {t.aliases.actions}
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.data.items.map((implication) => (
                  <tr key={implication.id}>
                    <td>{showTag(implication.antecedent)}</td>
                    <td>
                      <ArrowRight size={13} aria-hidden /> {showTag(implication.consequent)}
                    </td>
                    <td className="right">
                      <Button
                        icon={<Trash2 size={14} />}
                        aria-label={labels.end(showTag(implication.antecedent), showTag(implication.consequent))}
                        disabled={end.isPending}
                        onClick={() => end.mutate(implication)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="row wrap">
            <span className="faint num grow" role="status">
              {labels.total(format.count(list.data.total))}
            </span>
            <Pager
              page={page}
              pages={list.data.total_pages}
              onPage={(next) => setParams({ ...(tag && { tag }), page: String(next) }, { replace: true })}
            />
          </div>
        </>
      )}
      {adding && <AddRelationDialog kind="implication" onClose={() => setAdding(false)} />}
    </Page>
  );
}

/** Puts an implication out of force, an operation that can be taken back; items keep the tags they have. */
function useEnd() {
  const t = useText();
  const refresh = useDictionaryRefresh();
  return useMutation({
    mutationFn: async ({ id }: Implication) => {
      const answer = await client.DELETE('/api/tag-implications/{implication_id}', {
        params: { path: { implication_id: id } },
      });
      await unwrap(Promise.resolve(answer));
      return answer.response.headers.get('Fuda-Operation');
    },
    onSuccess: (operation, { antecedent, consequent }) => {
      const title = t.implications.ended(showTag(antecedent), showTag(consequent));
      if (operation === null) toast('good', title);
      else offerOperationUndo({ id: operation, title });
    },
    onError: (error) => toast('bad', t.common.failed, error.message),
    onSettled: refresh,
  });
}
