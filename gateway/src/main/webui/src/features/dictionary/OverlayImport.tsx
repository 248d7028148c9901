import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { Notice, Progress } from '@/shared/ui/States';
import { RejectedRows } from './RejectedRows';

/** Puts people's own words, as this dictionary or another one exported them, on the lists that are here. */
export function OverlayImport({ choice, onClose }: { choice: ReactNode; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const labels = t.dictionary;
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const run = useMutation({
    mutationFn: (dryRun: boolean) => {
      const form = new FormData();
      if (file) form.set('file', file, file.name);
      form.set('dry_run', String(dryRun));
      // The generated body type describes the parts; the browser writes them from the form.
      return unwrap(client.POST('/api/tag-dictionary/overlay', { body: {} as never, bodySerializer: () => form }));
    },
    onSuccess: (report) => {
      if (!report.dry_run)
        void Promise.all([['dictionary'], ['suggest']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const report = run.data;
  const counts: [string, number][] = report
    ? [
        [labels.applied, report.applied_count],
        [labels.unchanged, report.unchanged_count],
        [labels.rejected, report.rejected_count],
      ]
    : [];
  return (
    <Dialog
      wide
      title={labels.importTitle}
      onClose={onClose}
      onSubmit={() => run.mutate(false)}
      footer={
        <>
          <Button onClick={onClose}>{report && !report.dry_run ? t.common.close : t.common.cancel}</Button>
          <Button disabled={!file || run.isPending} onClick={() => run.mutate(true)}>
            {labels.dryRun}
          </Button>
          <Button type="submit" variant="primary" disabled={!file || run.isPending}>
            {labels.importRun}
          </Button>
        </>
      }
    >
      {choice}
      <Field label={labels.importFile} hint={labels.overlayFileHint}>
        {(input) => (
          <input
            {...input}
            type="file"
            accept=".json"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              run.reset();
            }}
          />
        )}
      </Field>
      {run.isPending && <Progress label={labels.importing} done={0} total={null} />}
      {run.isError && <Notice tone="bad">{run.error.message}</Notice>}
      {report && (
        <section className="stack" aria-live="polite">
          <Notice tone={report.dry_run ? 'warn' : 'good'}>
            {report.dry_run ? labels.resultDry : labels.overlayResult}
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
          <RejectedRows rows={report.rejected} />
        </section>
      )}
    </Dialog>
  );
}
