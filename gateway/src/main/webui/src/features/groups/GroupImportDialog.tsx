import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { problemOf } from '@/shared/api/problem';
import type { GroupImportReport } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { FileField } from '@/shared/ui/FileField';
import { Notice, Progress } from '@/shared/ui/States';

const MOST_SHOWN = 50;

interface FileResult {
  file: string;
  report?: GroupImportReport;
  error?: string;
}

/** Imports files of tag groups, one after the other, and tells of each what came of it. */
export function GroupImportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [results, setResults] = useState<readonly FileResult[]>([]);
  const run = useMutation({
    mutationFn: async () => {
      setResults([]);
      for (const file of files) {
        const result = await load(file);
        setResults((before) => [...before, result]);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.groups() }),
  });
  return (
    <Dialog
      wide
      title={t.groups.importTitle}
      onClose={onClose}
      onSubmit={() => files.length > 0 && !run.isPending && run.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{run.isSuccess ? t.common.close : t.common.cancel}</Button>
          <Button type="submit" variant="primary" disabled={files.length === 0 || run.isPending}>
            {t.dictionary.importRun}
          </Button>
        </>
      }
    >
      <FileField
        multiple
        label={t.groups.importFiles}
        hint={t.groups.importHint}
        accept=".json"
        onChoose={(chosen) => {
          setFiles(chosen);
          setResults([]);
          run.reset();
        }}
      />
      {run.isPending && <Progress label={t.dictionary.importing} done={results.length} total={files.length} />}
      <div className="stack" aria-live="polite">
        {results.map((result) => (
          <Result key={result.file} result={result} />
        ))}
      </div>
    </Dialog>
  );
}

async function load(file: File): Promise<FileResult> {
  const form = new FormData();
  form.set('file', file, file.name);
  try {
    const report = await unwrap(
      client.POST('/api/tag-groups/import', {
        // The generated body type describes the parts; the browser writes them from the form.
        body: {} as never,
        bodySerializer: () => form,
      }),
    );
    return { file: file.name, report };
  } catch (error) {
    return { file: file.name, error: problemOf(error).message };
  }
}

function Result({ result: { file, report, error } }: { result: FileResult }) {
  const t = useText();
  const format = useFormat();
  if (!report) return <Notice tone="bad">{`${file}: ${error}`}</Notice>;
  return (
    <section>
      <Notice tone={report.rejected_count > 0 ? 'warn' : 'good'}>
        {file}: {t.groups.importResult(format.count(report.added_count), format.count(report.known_count))}
      </Notice>
      <ul className="impact">
        {report.groups.map(({ group, created, added }) => (
          <li key={group.id}>
            {created ? t.groups.created(group.name) : group.name}: {t.groups.tagsAdded(format.count(added))}
          </li>
        ))}
        {report.rejected.slice(0, MOST_SHOWN).map((row, at) => (
          <li key={`rejected ${at}`}>
            {t.dictionary.line} {format.count(row.line)}: {row.text} – {row.reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
