import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowRight, Link2, Plus, Trash2, Upload } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { TagNav } from '@/shared/dictionary/TagNav';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { showTag } from '@/shared/tags/categories';
import { useDebounced } from '@/shared/tags/useSuggestions';
import { Button } from '@/shared/ui/Button';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, Notice, SkeletonList } from '@/shared/ui/States';
import { AddRelationDialog } from './AddRelationDialog';
import { RelationListDialog } from './RelationListDialog';
import { Requests } from './Requests';

const LIMIT = 100;

interface Alias {
  id: number;
  source_tag: string;
  target_tag: string;
}

/** Every other name of a tag: looked up, added, taken off, and put back. */
export function AliasesPage() {
  const t = useText();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const search = useDebounced(text.trim(), 180);
  const page = Math.max(1, Number(params.get('page')) || 1);
  const [adding, setAdding] = useState(false);
  const [loading, setLoading] = useState(false);
  const removal = useRemoval();
  const aliases = useQuery({
    queryKey: keys.dictionary('aliases', search, page),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/tag-aliases', { params: { query: { search, page, limit: LIMIT } }, signal })),
    placeholderData: keepPreviousData,
  });
  const add = (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setAdding(true)}>
      {t.aliases.add}
    </Button>
  );
  const goTo = (next: number) => setParams({ ...(search && { q: search }), page: String(next) }, { replace: true });
  return (
    <Page
      title={t.aliases.title}
      facts={<TagNav />}
      actions={
        <>
          <Button icon={<Upload size={15} />} onClick={() => setLoading(true)}>
            {t.requests.importList}
          </Button>
          {add}
        </>
      }
    >
      <p className="soft">{t.aliases.lead}</p>
      <Requests />
      <input
        className="input"
        type="search"
        aria-label={t.aliases.search}
        placeholder={t.aliases.search}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setParams(event.target.value.trim() ? { q: event.target.value.trim() } : {}, { replace: true });
        }}
      />
      {removal.removed && (
        <Notice>
          {t.aliases.removed(removal.removed.source_tag)}{' '}
          <Button disabled={removal.busy} onClick={removal.putBack}>
            {t.aliases.undo}
          </Button>
        </Notice>
      )}
      {aliases.isPending ? (
        <SkeletonList rows={8} height={32} />
      ) : aliases.isError ? (
        <ErrorState error={aliases.error} onRetry={() => void aliases.refetch()} />
      ) : aliases.data.items.length === 0 ? (
        <EmptyState icon={Link2} title={search ? t.aliases.nothing : t.aliases.emptyTitle} action={add}>
          {t.aliases.emptyText}
        </EmptyState>
      ) : (
        <>
          <AliasTable aliases={aliases.data.items} busy={removal.busy} onRemove={removal.remove} />
          <nav className="row" aria-label={t.aliases.pages}>
            <span className="faint num grow" role="status">
              {t.aliases.total(format.count(aliases.data.total))}
            </span>
            <Button disabled={page <= 1} onClick={() => goTo(page - 1)}>
              {t.aliases.previous}
            </Button>
            <span className="num">{`${format.count(page)} / ${format.count(aliases.data.total_pages)}`}</span>
            <Button disabled={page >= aliases.data.total_pages} onClick={() => goTo(page + 1)}>
              {t.aliases.next}
            </Button>
          </nav>
        </>
      )}
      {adding && <AddRelationDialog kind="alias" onClose={() => setAdding(false)} />}
      {loading && <RelationListDialog onClose={() => setLoading(false)} />}
    </Page>
  );
}

/** Deleting an alias, with the way back, which outlives the row and the list it stood in. */
function useRemoval() {
  const t = useText();
  const queries = useQueryClient();
  const [removed, setRemoved] = useState<Alias | null>(null);
  const settled = () => queries.invalidateQueries({ queryKey: keys.dictionary() });
  const remove = useMutation({
    mutationFn: (alias: Alias) =>
      unwrap(client.DELETE('/api/tag-aliases/{alias_id}', { params: { path: { alias_id: alias.id } } })),
    onSuccess: (_, alias) => setRemoved(alias),
    onError: (error) => toast('bad', t.common.failed, error.message),
    onSettled: settled,
  });
  const putBack = useMutation({
    mutationFn: (alias: Alias) =>
      unwrap(client.POST('/api/tag-aliases', { body: { source_tag: alias.source_tag, target_tag: alias.target_tag } })),
    onSuccess: () => setRemoved(null),
    onError: (error) => toast('bad', t.common.failed, error.message),
    onSettled: settled,
  });
  return {
    removed,
    busy: remove.isPending || putBack.isPending,
    remove: (alias: Alias) => remove.mutate(alias),
    putBack: () => removed && putBack.mutate(removed),
  };
}

interface AliasTableProps {
  aliases: readonly Alias[];
  busy: boolean;
  onRemove: (alias: Alias) => void;
}

function AliasTable({ aliases, busy, onRemove }: AliasTableProps) {
  const t = useText();
  return (
    <div className="card">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.aliases.source}</th>
            <th scope="col">{t.aliases.target}</th>
            <th scope="col" className="right">
              {t.aliases.actions}
            </th>
          </tr>
        </thead>
        <tbody>
          {aliases.map((alias) => (
            <tr key={alias.id}>
              <td>{showTag(alias.source_tag)}</td>
              <td>
                <ArrowRight size={13} aria-hidden /> {showTag(alias.target_tag)}
              </td>
              <td className="right">
                <Button
                  icon={<Trash2 size={14} />}
                  aria-label={t.aliases.remove(alias.source_tag)}
                  disabled={busy}
                  onClick={() => onRemove(alias)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
