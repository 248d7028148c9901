import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { fieldError } from '@/shared/api/problem';
import type { TagGroup } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';
import { TagListField } from '@/shared/tags/TagListField';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/States';
import { defaultGroupColour } from './colour';

/** Makes a group (group = null) or changes one. */
export function GroupDialog({ group, onClose }: { group: TagGroup | null; onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [form, setForm] = useState<{ name: string; color: string; tags: readonly string[] }>({
    name: group?.name ?? '',
    color: group?.color ?? defaultGroupColour(),
    tags: group?.tags ?? [],
  });
  const create = useMutation({
    mutationFn: () => {
      const body = { name: form.name.trim(), color: form.color, tags: [...form.tags] };
      return group === null
        ? unwrap(client.POST('/api/tag-groups', { body }))
        : unwrap(
            client.PUT('/api/tag-groups/{group_id}', {
              params: { path: { group_id: group.id }, header: { 'If-Match': `"${group.version}"` } },
              body,
            }),
          );
    },
    onSuccess: () => {
      toast('good', (group === null ? t.groups.created : t.groups.saved)(form.name.trim()));
      void queries.invalidateQueries({ queryKey: keys.groups() });
      onClose();
    },
  });
  return (
    <Dialog
      title={group === null ? t.groups.new : t.groups.editTitle(group.name)}
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
      <TagListField
        label={t.groups.tags}
        hint={t.groups.tagsHint}
        error={fieldError(create.error, 'tags')}
        tags={form.tags}
        onChange={(tags) => setForm({ ...form, tags })}
      />
      {create.isError && <Notice tone="bad">{create.error.message}</Notice>}
    </Dialog>
  );
}
