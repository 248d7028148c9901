import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { fieldError } from '@/shared/api/problem';
import { RejectedRows } from '@/shared/dictionary/RejectedRows';
import { ReportCounts } from '@/shared/dictionary/ReportCounts';
import { useDictionaryRefresh } from '@/shared/dictionary/useOperations';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FileField } from '@/shared/ui/FileField';
import { Notice, Progress } from '@/shared/ui/States';

/** Imports a list of translations into one language; what is new stands after what is there. */
export function TranslationImport({ choice, onClose }: { choice: ReactNode; onClose: () => void }) {
  const t = useText();
  const labels = t.dictionary;
  const refresh = useDictionaryRefresh();
  const [file, setFile] = useState<File | null>(null);
  const [language, setLanguage] = useState('ja');
  const run = useMutation({
    mutationFn: () => {
      const form = new FormData();
      if (file) form.set('file', file, file.name);
      form.set('language', language.trim());
      // The generated body type describes the parts; the browser writes them from the form.
      return unwrap(client.POST('/api/tag-translations/import', { body: {} as never, bodySerializer: () => form }));
    },
    onSuccess: refresh,
  });
  const report = run.data;
  const counts: [string, number][] = report
    ? [
        [labels.imported, report.imported_count],
        [t.requests.known, report.known_count],
        [t.requests.unknown, report.unknown_count],
        [labels.rejected, report.rejected_count],
      ]
    : [];
  return (
    <Dialog
      wide
      title={labels.importTitle}
      onClose={onClose}
      onSubmit={() => run.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{report ? t.common.close : t.common.cancel}</Button>
          <Button type="submit" variant="primary" disabled={!file || run.isPending}>
            {labels.importRun}
          </Button>
        </>
      }
    >
      {choice}
      <FileField
        label={labels.importFile}
        hint={labels.translationFileHint}
        accept=".csv,.txt"
        onChoose={([chosen]) => {
          setFile(chosen ?? null);
          run.reset();
        }}
      />
      <Field label={labels.language} hint={labels.languageHint} error={fieldError(run.error, 'language')}>
        {(input) => (
          <input
            {...input}
            className="input"
            required
            maxLength={35}
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
          />
        )}
      </Field>
      {run.isPending && <Progress label={labels.importing} done={0} total={null} />}
      {run.isError && <Notice tone="bad">{run.error.message}</Notice>}
      {report && (
        <section className="stack" aria-live="polite">
          <ReportCounts counts={counts} />
          <RejectedRows rows={report.rejected} />
        </section>
      )}
    </Dialog>
  );
}
