import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { RejectedRows } from '@/shared/dictionary/RejectedRows';
import { ReportCounts } from '@/shared/dictionary/ReportCounts';
import { useDictionaryRefresh } from '@/shared/dictionary/useOperations';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { FileField } from '@/shared/ui/FileField';
import { Notice, Progress } from '@/shared/ui/States';

/** Puts people's own words, as this dictionary or another one exported them, on the lists that are here. */
export function OverlayImport({ choice, onClose }: { choice: ReactNode; onClose: () => void }) {
  const t = useText();
  const labels = t.dictionary;
  const refresh = useDictionaryRefresh();
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
      if (!report.dry_run) void refresh();
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
      <FileField
        label={labels.importFile}
        hint={labels.overlayFileHint}
        accept=".json"
        onChoose={([chosen]) => {
          setFile(chosen ?? null);
          run.reset();
        }}
      />
      {run.isPending && <Progress label={labels.importing} done={0} total={null} />}
      {run.isError && <Notice tone="bad">{run.error.message}</Notice>}
      {report && (
        <section className="stack" aria-live="polite">
          <Notice tone={report.dry_run ? 'warn' : 'good'}>
            {report.dry_run ? labels.resultDry : labels.overlayResult}
          </Notice>
          <ReportCounts counts={counts} />
          <RejectedRows rows={report.rejected} />
        </section>
      )}
    </Dialog>
  );
}
