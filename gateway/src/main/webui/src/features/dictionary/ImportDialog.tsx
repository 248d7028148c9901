import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import type { ImportReport } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { CATEGORIES } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field, Select } from '@/shared/ui/Field';
import { Notice, Progress } from '@/shared/ui/States';

const RESOLUTIONS = ['skip', 'update', 'merge'] as const;

/** Imports a tag list: tried first without changing anything, then for good; what was rejected is shown line by line. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const labels = t.dictionary;
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [category, setCategory] = useState('');
  const [resolution, setResolution] = useState<(typeof RESOLUTIONS)[number]>('skip');

  const run = useMutation({
    mutationFn: (dryRun: boolean) => {
      const form = new FormData();
      if (file) form.set('file', file, file.name);
      if (category !== '') form.set('category', category);
      form.set('conflict_resolution', resolution);
      form.set('dry_run', String(dryRun));
      return unwrap(
        client.POST('/api/tag-dictionary/import', {
          // The generated body type describes the parts; the browser writes them from the form.
          body: {} as never,
          bodySerializer: () => form,
        }),
      );
    },
    onSuccess: (result) => {
      if (!result.dry_run)
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
      <Field label={labels.importFile} hint={labels.importFileHint}>
        {(input) => (
          <input
            {...input}
            type="file"
            accept=".csv,.json,.txt,.tsv"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              run.reset();
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
      {result && <ImportReport result={result} />}
    </Dialog>
  );
}

function ImportReport({ result }: { result: ImportReport }) {
  const t = useText();
  const format = useFormat();
  const labels = t.dictionary;
  const counts: [string, number][] = [
    [labels.imported, result.imported_count],
    [labels.updatedCount, result.updated_count],
    [labels.skipped, result.skipped_count],
    [labels.rejected, result.rejected_count],
  ];
  return (
    <section className="stack" aria-live="polite">
      <Notice tone={result.dry_run ? 'warn' : 'good'}>
        {result.dry_run ? labels.resultDry : labels.result(format.count(result.elapsed_ms))}
      </Notice>
      <dl className="import-counts num">
        {counts.map(([label, value]) => (
          <div key={label}>
            <dd>
              <strong>{format.count(value)}</strong>
            </dd>
            <dt className="soft">{label}</dt>
          </div>
        ))}
      </dl>
      {result.rejected.length > 0 && (
        <div className="rejected card">
          <table className="table" aria-label={labels.rejectedTitle}>
            <thead>
              <tr>
                <th scope="col">{labels.line}</th>
                <th scope="col">{labels.reason}</th>
                <th scope="col">{labels.text}</th>
              </tr>
            </thead>
            <tbody>
              {result.rejected.map((row) => (
                <tr key={row.line}>
                  <td className="num">{format.count(row.line)}</td>
                  <td>{row.reason}</td>
                  <td className="mono">{row.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
