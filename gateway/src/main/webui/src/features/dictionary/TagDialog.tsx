import { useState } from 'react';
import { fieldError } from '@/shared/api/problem';
import type { OperationKind, TagInput, TagView } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { CATEGORIES } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Check, Field, Select } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/States';
import { useSaveTag } from './useDictionary';

interface TagForm {
  tag: string;
  category: TagView['category'];
  count: string;
  displayName: string;
  aliases: string;
  description: string;
  wiki: string;
  deprecated: boolean;
}

interface TagDialogProps {
  tag: TagView | null;
  onClose: () => void;
  /** Opens what shows the reach of an operation on the tag before it is done. */
  onChange: (tag: TagView, kind: OperationKind) => void;
}

/**
 * Adds a tag (tag = null) or edits what concerns it alone. Its name, and that it is deprecated, concern everything that
 * has it: these are operations, with their reach shown before and a way back.
 */
export function TagDialog({ tag, onClose, onChange }: TagDialogProps) {
  const t = useText();
  const format = useFormat();
  const labels = t.dictionary;
  const save = useSaveTag();
  const [first] = useState(() => formOf(tag));
  const [form, setForm] = useState(first);
  const edited = JSON.stringify(form) !== JSON.stringify(first);
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const error = (field: string) => fieldError(save.error, field);
  const submit = () => {
    const body: TagInput = {
      ...(tag ? { version: tag.version } : { tag: form.tag.trim() }),
      category: form.category,
      count: Number.parseInt(form.count, 10) || 0,
      display_name: form.displayName.trim(),
      aliases: form.aliases
        .split(/[,、]/)
        .map((alias) => alias.trim())
        .filter(Boolean),
      description: form.description.trim(),
      wiki_url: form.wiki.trim(),
      // Left as it is, it is left out: what deprecates a tag is an operation.
      ...(form.deprecated === first.deprecated ? {} : { is_deprecated: form.deprecated }),
    };
    save.mutate({ id: tag?.id ?? null, name: form.tag.trim(), body }, { onSuccess: onClose });
  };
  const everywhere = (kind: 'rename' | 'deprecate') =>
    tag && (
      <Button small disabled={edited} onClick={() => onChange(tag, kind)}>
        {labels.everywhere[kind]}
      </Button>
    );
  return (
    <Dialog
      title={tag ? labels.editTitle(tag.tag) : labels.addTitle}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          {tag && (
            <span className="faint grow">
              {labels.sources[tag.source]} · {labels.created} {format.date(tag.created_at)} · {labels.updated}{' '}
              {format.date(tag.updated_at)}
            </span>
          )}
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" variant="primary" disabled={save.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <Field
        label={labels.tagName}
        hint={tag === null ? labels.tagNameHint : edited ? labels.everywhereLater : labels.everywhereHint}
        error={error('tag')}
      >
        {(input) => (
          <div className="row">
            <input
              {...input}
              className="input mono grow"
              required
              readOnly={tag !== null}
              value={form.tag}
              onChange={(event) => change({ tag: event.target.value })}
            />
            {everywhere('rename')}
          </div>
        )}
      </Field>
      <div className="two-columns">
        <Field label={labels.category} error={error('category')}>
          {(input) => (
            <Select
              {...input}
              value={form.category}
              onChange={(category) => change({ category })}
              options={CATEGORIES.map((value) => ({ value, label: t.categories[value] }))}
            />
          )}
        </Field>
        <Field label={labels.count} hint={labels.countHint} error={error('count')}>
          {(input) => (
            <input
              {...input}
              className="input num"
              type="number"
              min={0}
              step={1}
              required
              value={form.count}
              onChange={(event) => change({ count: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={labels.displayName} error={error('display_name')}>
        {(input) => (
          <input
            {...input}
            className="input"
            value={form.displayName}
            onChange={(event) => change({ displayName: event.target.value })}
          />
        )}
      </Field>
      <Field label={labels.aliases} hint={labels.aliasesHint} error={error('aliases')}>
        {(input) => (
          <input
            {...input}
            className="input"
            value={form.aliases}
            onChange={(event) => change({ aliases: event.target.value })}
          />
        )}
      </Field>
      <Field label={labels.description} error={error('description')}>
        {(input) => (
          <textarea
            {...input}
            className="textarea"
            rows={3}
            value={form.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label={labels.wiki} error={error('wiki_url')}>
        {(input) => (
          <input
            {...input}
            className="input"
            type="url"
            value={form.wiki}
            onChange={(event) => change({ wiki: event.target.value })}
          />
        )}
      </Field>
      {tag === null || tag.is_deprecated ? (
        <Check
          label={labels.markDeprecated}
          checked={form.deprecated}
          onChange={(event) => change({ deprecated: event.target.checked })}
        />
      ) : (
        <div className="row">{everywhere('deprecate')}</div>
      )}
      {save.isError && <Notice tone="bad">{save.error.message}</Notice>}
    </Dialog>
  );
}

function formOf(tag: TagView | null): TagForm {
  return {
    tag: tag?.tag ?? '',
    category: tag?.category ?? 'general',
    count: String(tag?.count ?? 0),
    displayName: tag?.display_name ?? '',
    aliases: tag?.aliases.join(', ') ?? '',
    description: tag?.description ?? '',
    wiki: tag?.wiki_url ?? '',
    deprecated: tag?.is_deprecated ?? false,
  };
}
