import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Group, Pencil, Plus, Trash2, Upload } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { TagGroup } from '@/shared/api/types';
import { TagNav } from '@/shared/dictionary/TagNav';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { showTag } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/Dialog';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, Notice, SkeletonList } from '@/shared/ui/States';
import { GroupDialog } from './GroupDialog';
import { GroupImportDialog } from './GroupImportDialog';
import './groups.css';

type Open = { kind: 'edit'; group: TagGroup | null } | { kind: 'delete'; group: TagGroup } | { kind: 'import' };

export function GroupsPage() {
  const t = useText();
  const groups = useQuery({
    queryKey: keys.groups(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/tag-groups', { signal })),
  });
  const [open, setOpen] = useState<Open | null>(null);
  const removal = useRemoval();
  const create = (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setOpen({ kind: 'edit', group: null })}>
      {t.groups.new}
    </Button>
  );
  return (
    <Page
      title={t.groups.title}
      facts={<TagNav />}
      actions={
        <>
          <Button icon={<Upload size={15} />} onClick={() => setOpen({ kind: 'import' })}>
            {t.groups.import}
          </Button>
          {create}
        </>
      }
    >
      <p className="soft">{t.groups.lead}</p>
      {removal.removed && (
        <Notice>
          {t.groups.deleted(removal.removed.name)}{' '}
          <Button disabled={removal.busy} onClick={removal.putBack}>
            {t.groups.undo}
          </Button>
        </Notice>
      )}
      {groups.isPending ? (
        <SkeletonList rows={3} height={72} />
      ) : groups.isError ? (
        <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />
      ) : groups.data.length === 0 ? (
        <EmptyState icon={Group} title={t.groups.emptyTitle} action={create}>
          {t.groups.emptyText}
        </EmptyState>
      ) : (
        <ul className="groups">
          {groups.data.map((group) => (
            <GroupCard key={group.id} group={group} onOpen={setOpen} />
          ))}
        </ul>
      )}
      {open?.kind === 'edit' && <GroupDialog group={open.group} onClose={() => setOpen(null)} />}
      {open?.kind === 'import' && <GroupImportDialog onClose={() => setOpen(null)} />}
      {open?.kind === 'delete' && (
        <ConfirmDialog
          danger
          title={t.groups.deleteTitle(open.group.name)}
          confirm={t.common.delete}
          busy={removal.busy}
          onClose={() => setOpen(null)}
          onConfirm={() => removal.remove(open.group, () => setOpen(null))}
        >
          <p>{t.groups.deleteText}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}

/** Deleting a group, with the way back: the last one deleted can be made again as it was. */
function useRemoval() {
  const t = useText();
  const queries = useQueryClient();
  const [removed, setRemoved] = useState<TagGroup | null>(null);
  const onError = (error: Error) => toast('bad', t.common.failed, error.message);
  const onSettled = () => queries.invalidateQueries({ queryKey: keys.groups() });
  const remove = useMutation({
    mutationFn: (group: TagGroup) =>
      unwrap(
        client.DELETE('/api/tag-groups/{group_id}', {
          params: { path: { group_id: group.id }, header: { 'If-Match': `"${group.version}"` } },
        }),
      ),
    onSuccess: (_, group) => setRemoved(group),
    onError,
    onSettled,
  });
  const putBack = useMutation({
    mutationFn: ({ name, color, tags }: TagGroup) =>
      unwrap(client.POST('/api/tag-groups', { body: { name, color, tags } })),
    onSuccess: () => setRemoved(null),
    onError,
    onSettled,
  });
  return {
    removed,
    busy: remove.isPending || putBack.isPending,
    remove: (group: TagGroup, then: () => void) => remove.mutate(group, { onSettled: then }),
    putBack: () => removed && putBack.mutate(removed),
  };
}

function GroupCard({ group, onOpen }: { group: TagGroup; onOpen: (open: Open) => void }) {
  const t = useText();
  const format = useFormat();
  return (
    <li className="card group">
      <div className="row">
        {/* The colour is the person's own value, not one of the page's. */}
        <span className="swatch" style={{ background: group.color }} aria-hidden="true" />
        <strong className="grow truncate">{group.name}</strong>
        <span className="faint num">{t.groups.tagsCount(format.count(group.tags.length))}</span>
        <Button
          variant="quiet"
          icon={<Pencil size={14} />}
          aria-label={`${t.groups.edit}: ${group.name}`}
          onClick={() => onOpen({ kind: 'edit', group })}
        />
        <Button
          variant="quiet"
          icon={<Trash2 size={14} />}
          aria-label={`${t.common.delete}: ${group.name}`}
          onClick={() => onOpen({ kind: 'delete', group })}
        />
      </div>
      {group.tags.length > 0 && (
        <p className="group-tags">
          {group.tags.slice(0, 24).map((tag) => (
            <Link key={tag} to={`/dataset/tags/dictionary?q=${encodeURIComponent(tag)}&match=exact`}>
              {showTag(tag)}
            </Link>
          ))}
        </p>
      )}
    </li>
  );
}
