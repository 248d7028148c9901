import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Group, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { fieldError } from '@/shared/api/problem';
import type { TagGroup } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { showTag } from '@/shared/tags/categories';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, Notice, SkeletonList } from '@/shared/ui/States';
import { defaultGroupColour } from './colour';
import './groups.css';

export function GroupsPage() {
  const t = useText();
  const groups = useQuery({
    queryKey: keys.groups(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/tag-groups', { signal })),
  });
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setCreating(true)}>
      {t.groups.new}
    </Button>
  );
  return (
    <Page
      title={t.groups.title}
      actions={
        <>
          <ButtonLink to="/dataset/tags/dictionary">{t.groups.dictionary}</ButtonLink>
          {create}
        </>
      }
    >
      <p className="soft">{t.groups.lead}</p>
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
            <GroupCard key={group.id} group={group} />
          ))}
        </ul>
      )}
      {creating && <NewGroupDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

function GroupCard({ group }: { group: TagGroup }) {
  const t = useText();
  const format = useFormat();
  return (
    <li className="card group">
      <div className="row">
        {/* The colour is the person's own value, not one of the page's. */}
        <span className="swatch" style={{ background: group.color }} aria-hidden="true" />
        <strong className="grow truncate">{group.name}</strong>
        <span className="faint num">{t.groups.tagsCount(format.count(group.tags.length))}</span>
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

function NewGroupDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [form, setForm] = useState({ name: '', color: defaultGroupColour(), tags: '' });
  const create = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST('/api/tag-groups', {
          body: {
            name: form.name.trim(),
            color: form.color,
            tags: form.tags
              .split(/[,、]/)
              .map((tag) => tag.trim())
              .filter(Boolean),
          },
        }),
      ),
    onSuccess: () => {
      toast('good', t.groups.created(form.name.trim()));
      void queries.invalidateQueries({ queryKey: keys.groups() });
      onClose();
    },
  });
  return (
    <Dialog
      title={t.groups.new}
      onClose={onClose}
      onSubmit={() => create.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" variant="primary" disabled={create.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <Field label={t.groups.name} error={fieldError(create.error, 'name')}>
        {(input) => (
          <input
            {...input}
            className="input"
            required
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t.groups.colour} error={fieldError(create.error, 'color')}>
        {(input) => (
          <input
            {...input}
            type="color"
            value={form.color}
            onChange={(event) => setForm({ ...form, color: event.target.value })}
          />
        )}
      </Field>
      <Field label={t.groups.tags} hint={t.groups.tagsHint} error={fieldError(create.error, 'tags')}>
        {(input) => (
          <textarea
            {...input}
            className="textarea"
            rows={3}
            value={form.tags}
            onChange={(event) => setForm({ ...form, tags: event.target.value })}
          />
        )}
      </Field>
      {create.isError && <Notice tone="bad">{create.error.message}</Notice>}
    </Dialog>
  );
}
