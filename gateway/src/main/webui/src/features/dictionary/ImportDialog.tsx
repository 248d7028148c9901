import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { CATEGORIES } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field, Select } from '@/shared/ui/Field';
import { Notice, Progress } from '@/shared/ui/States';
import { ImportResult } from './ImportResult';
import { LongImport } from './LongImport';
import { OverlayImport } from './OverlayImport';

/** Longer lists, in bytes, go in as a job. */
const LONG = 8 * 1024 * 1024;

const RESOLUTIONS = ['skip', 'update', 'merge'] as const;

/** Imports a tag list, or what people said over lists. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const labels = useText().dictionary;
  const [what, setWhat] = useState<'list' | 'overlay'>('list');
  const choice = (
    <Field label={labels.importWhat}>
      {(input) => (
        <Select
          {...input}
          value={what}
          onChange={setWhat}
          options={[
            { value: 'list', label: labels.importList },
            { value: 'overlay', label: labels.overlay },
          ]}
        />
      )}
    </Field>
  );
  const Import = what === 'list' ? ListImport : OverlayImport;
  return <Import choice={choice} onClose={onClose} />;
}

/** Imports a tag list: tried first without changing anything, then for good; what was rejected is shown line by line. */
function ListImport({ choice, onClose }: { choice: ReactNode; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const labels = t.dictionary;
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [category, setCategory] = useState('');
  const [resolution, setResolution] = useState<(typeof RESOLUTIONS)[number]>('skip');

  const [jobId, setJobId] = useState<string | null>(null);
  const run = useMutation({
    mutationFn: async (dryRun: boolean) => {
      const form = new FormData();
      if (file) form.set('file', file, file.name);
      if (category !== '') form.set('category', category);
      form.set('conflict_resolution', resolution);
      form.set('dry_run', String(dryRun));
      // The generated body type describes the parts; the browser writes them from the form.
      const body = { body: {} as never, bodySerializer: () => form };
      if (file && file.size > LONG) {
        const started = await unwrap(client.POST('/api/tag-dictionary/imports', body));
        setJobId(started.job_id);
        return null;
      }
      return unwrap(client.POST('/api/tag-dictionary/import', body));
    },
    onSuccess: (result) => {
      if (result && !result.dry_run)
        void Promise.all([['dictionary'], ['suggest']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const result = run.data;
  const tried = result?.dry_run === true;
  const count = tried ? result.imported_count + result.updated_count : 0;
  return (
    <Dialog
      wide
      title={labels.importTitle}
      onClose={onClose}
      onSubmit={() => run.mutate(false)}
      footer={
        <>
          <Button onClick={onClose}>{result && !tried ? t.common.close : t.common.cancel}</Button>
          <Button disabled={!file || run.isPending} onClick={() => run.mutate(true)}>
            {labels.dryRun}
          </Button>
          <Button type="submit" variant="primary" disabled={!file || run.isPending}>
            {tried ? labels.importNow(format.count(count)) : labels.importRun}
          </Button>
        </>
      }
    >
      {choice}
      <Field label={labels.importFile} hint={labels.importFileHint}>
        {(input) => (
          <input
            {...input}
            type="file"
            accept=".csv,.json,.txt,.tsv"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              run.reset();
              setJobId(null);
            }}
          />
        )}
      </Field>
      <div className="two-columns">
        <Field label={labels.importCategory}>
          {(input) => (
            <Select
              {...input}
              value={category}
              onChange={setCategory}
              options={[
                { value: '', label: labels.fromFile },
                ...CATEGORIES.map((value) => ({ value: value as string, label: t.categories[value] })),
              ]}
            />
          )}
        </Field>
        <Field label={labels.conflict}>
          {(input) => (
            <Select
              {...input}
              value={resolution}
              onChange={setResolution}
              options={RESOLUTIONS.map((value) => ({ value, label: labels.conflicts[value] }))}
            />
          )}
        </Field>
      </div>
      {run.isPending && <Progress label={labels.importing} done={0} total={null} />}
      {run.isError && <Notice tone="bad">{run.error.message}</Notice>}
      {result && <ImportResult result={result} />}
      {jobId !== null && <LongImport jobId={jobId} />}
    </Dialog>
  );
}
