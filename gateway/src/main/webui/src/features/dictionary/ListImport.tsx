import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import type { ImportReport } from '@/shared/api/types';
import { useDictionaryRefresh } from '@/shared/dictionary/useOperations';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { CATEGORIES } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field, Select } from '@/shared/ui/Field';
import { FileField } from '@/shared/ui/FileField';
import { Notice, Progress } from '@/shared/ui/States';
import { ImportResult } from './ImportResult';
import { LongImport } from './LongImport';

/** Longer lists, in bytes, go in as a job. */
const LONG = 8 * 1024 * 1024;

const RESOLUTIONS = ['skip', 'update', 'merge'] as const;
const SITES = ['danbooru', 'e621'] as const;

interface Choice {
  category: string;
  site: '' | (typeof SITES)[number];
  resolution: (typeof RESOLUTIONS)[number];
}

/** What came of one file: its report, the job that reads it, or why it could not be read. */
type FileResult = { file: string } & ({ report: ImportReport } | { jobId: string } | { error: string });

/**
 * Imports tag lists, one after the other: tried first without changing anything, then for good; what was rejected is
 * shown line by line.
 */
export function ListImport({ choice, onClose }: { choice: ReactNode; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const labels = t.dictionary;
  const refresh = useDictionaryRefresh();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [form, setForm] = useState<Choice>({ category: '', site: '', resolution: 'skip' });
  const [results, setResults] = useState<readonly FileResult[]>([]);
  const run = useMutation({
    mutationFn: async (dryRun: boolean) => {
      setResults([]);
      for (const file of files) {
        const result = await load(file, form, dryRun);
        setResults((before) => [...before, result]);
      }
    },
    onSettled: (_, __, dryRun) => (dryRun ? undefined : refresh()),
  });
  const reports = results.flatMap((result) => ('report' in result ? [result.report] : []));
  const tried = run.isSuccess && run.variables && reports.length === files.length;
  const count = reports.reduce((sum, report) => sum + report.imported_count + report.updated_count, 0);
  return (
    <Dialog
      wide
      title={labels.importTitle}
      onClose={onClose}
      onSubmit={() => run.mutate(false)}
      footer={
        <>
          <Button onClick={onClose}>{run.isSuccess && !tried ? t.common.close : t.common.cancel}</Button>
          <Button disabled={files.length === 0 || run.isPending} onClick={() => run.mutate(true)}>
            {labels.dryRun}
          </Button>
          <Button type="submit" variant="primary" disabled={files.length === 0 || run.isPending}>
            {tried ? labels.importNow(format.count(count)) : labels.importRun}
          </Button>
        </>
      }
    >
      {choice}
      <FileField
        multiple
        label={labels.importFile}
        hint={labels.importFileHint}
        accept=".csv,.json,.txt,.tsv"
        onChoose={(chosen) => {
          setFiles(chosen);
          setResults([]);
          run.reset();
        }}
      />
      <div className="two-columns">
        <Field label={labels.importCategory}>
          {(input) => (
            <Select
              {...input}
              value={form.category}
              onChange={(category) => setForm({ ...form, category })}
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
              value={form.resolution}
              onChange={(resolution) => setForm({ ...form, resolution })}
              options={RESOLUTIONS.map((value) => ({ value, label: labels.conflicts[value] }))}
            />
          )}
        </Field>
      </div>
      <Field label={labels.importSite} hint={labels.importSiteHint}>
        {(input) => (
          <Select
            {...input}
            value={form.site}
            onChange={(site) => setForm({ ...form, site })}
            options={[
              { value: '', label: labels.fromFile },
              ...SITES.map((value) => ({ value, label: t.vocabularies.kinds[value] })),
            ]}
          />
        )}
      </Field>
      {run.isPending && (
        <Progress label={labels.importing} done={results.length} total={files.length > 1 ? files.length : null} />
      )}
      {results.map((result) => (
        <section key={result.file} className="stack">
          {files.length > 1 && <h3 className="import-file">{result.file}</h3>}
          {'report' in result ? (
            <ImportResult result={result.report} />
          ) : 'jobId' in result ? (
            <LongImport jobId={result.jobId} />
          ) : (
            <Notice tone="bad">{result.error}</Notice>
          )}
        </section>
      ))}
    </Dialog>
  );
}

async function load(file: File, { category, site, resolution }: Choice, dryRun: boolean): Promise<FileResult> {
  const form = new FormData();
  form.set('file', file, file.name);
  if (category !== '') form.set('category', category);
  if (site !== '') form.set('format', site);
  form.set('conflict_resolution', resolution);
  form.set('dry_run', String(dryRun));
  // The generated body type describes the parts; the browser writes them from the form.
  const body = { body: {} as never, bodySerializer: () => form };
  try {
    if (file.size > LONG) {
      const started = await unwrap(client.POST('/api/tag-dictionary/imports', body));
      return { file: file.name, jobId: started.job_id };
    }
    return { file: file.name, report: await unwrap(client.POST('/api/tag-dictionary/import', body)) };
  } catch (error) {
    return { file: file.name, error: problemOf(error).message };
  }
}
