import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { fieldError } from '@/shared/api/problem';
import type { Vocabulary } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field, Select } from '@/shared/ui/Field';
import { FileField } from '@/shared/ui/FileField';
import { Notice, Progress } from '@/shared/ui/States';

const KINDS = ['danbooru', 'e621', 'wd', 'cl_tagger', 'custom'] as const;

/** Names of a vocabulary that the dictionary does not know. */
export interface Strangers {
  count: number;
  names: readonly string[];
}

interface AddVocabularyDialogProps {
  onClose: () => void;
  onStrangers: (strangers: Strangers) => void;
}

export function AddVocabularyDialog({ onClose, onStrangers }: AddVocabularyDialogProps) {
  const t = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [form, setForm] = useState<{ name: string; kind: Vocabulary['kind']; date: string }>({
    name: '',
    kind: 'danbooru',
    date: '',
  });
  const add = useMutation({
    mutationFn: () => {
      const body = new FormData();
      if (file) body.set('file', file, file.name);
      body.set('name', form.name.trim());
      body.set('kind', form.kind);
      if (form.date !== '') body.set('snapshot_date', form.date);
      return unwrap(
        client.POST('/api/vocabularies', {
          // The generated body type describes the parts; the browser writes them from the form.
          body: {} as never,
          bodySerializer: () => body,
        }),
      );
    },
    onSuccess: (added) => {
      toast('good', t.vocabularies.added(added.vocabulary.name, format.count(added.vocabulary.tags)));
      onStrangers({ count: added.unknown_count, names: added.unknown });
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.dictionary() }),
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    add.reset();
    if (!chosen) return;
    const name = chosen.name.toLowerCase();
    const kind = name.includes('selected_tags')
      ? 'wd'
      : name.includes('tag_mapping')
        ? 'cl_tagger'
        : name.includes('e621')
          ? 'e621'
          : form.kind;
    setForm({ ...form, kind, name: form.name === '' ? chosen.name.replace(/\.[^.]*$/, '') : form.name });
  };
  return (
    <Dialog
      title={t.vocabularies.add}
      onClose={onClose}
      onSubmit={() => add.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" variant="primary" disabled={!file || add.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <FileField
        label={t.vocabularies.file}
        error={fieldError(add.error, 'file')}
        accept=".csv,.json,.txt"
        onChoose={([chosen]) => choose(chosen ?? null)}
      />
      <Field label={t.vocabularies.name} error={fieldError(add.error, 'name')}>
        {(input) => (
          <input
            {...input}
            className="input"
            required
            maxLength={100}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        )}
      </Field>
      <div className="two-columns">
        <Field label={t.vocabularies.kind}>
          {(input) => (
            <Select
              {...input}
              value={form.kind}
              onChange={(kind) => setForm({ ...form, kind })}
              options={KINDS.map((value) => ({ value, label: t.vocabularies.kinds[value] }))}
            />
          )}
        </Field>
        <Field label={t.vocabularies.date} error={fieldError(add.error, 'snapshot_date')}>
          {(input) => (
            <input
              {...input}
              className="input"
              type="date"
              value={form.date}
              onChange={(event) => setForm({ ...form, date: event.target.value })}
            />
          )}
        </Field>
      </div>
      {add.isPending && <Progress label={t.dictionary.importing} done={0} total={null} />}
      {add.isError && <Notice tone="bad">{add.error.message}</Notice>}
    </Dialog>
  );
}
