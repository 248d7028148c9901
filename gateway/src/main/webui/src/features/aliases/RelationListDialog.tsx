import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { RejectedRows } from '@/shared/dictionary/RejectedRows';
import { ReportCounts } from '@/shared/dictionary/ReportCounts';
import { useDictionaryRefresh } from '@/shared/dictionary/useOperations';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field, Select } from '@/shared/ui/Field';
import { FileField } from '@/shared/ui/FileField';
import { Notice, Progress } from '@/shared/ui/States';

const KINDS = ['alias', 'implication'] as const;

/** Imports a site's list of aliases or implications and tells line by line what could not be taken. */
export function RelationListDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const refresh = useDictionaryRefresh();
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('alias');
  const load = useMutation({
    mutationFn: () => {
      const form = new FormData();
      if (file) form.set('file', file, file.name);
      form.set('kind', kind);
      return unwrap(
        client.POST('/api/tag-relations/import', {
          // The generated body type describes the parts; the browser writes them from the form.
          body: {} as never,
          bodySerializer: () => form,
        }),
      );
    },
    onSettled: refresh,
  });
  const counts = load.data
    ? ([
        [t.requests.added, load.data.added_count],
        [t.requests.known, load.data.known_count],
        [t.requests.inactive, load.data.inactive_count],
        [t.requests.unknown, load.data.unknown_count],
        [t.requests.rejected, load.data.rejected_count],
      ] as const)
    : [];
  return (
    <Dialog
      wide
      title={t.requests.listTitle}
      onClose={onClose}
      onSubmit={() => load.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{load.data ? t.common.close : t.common.cancel}</Button>
          <Button type="submit" variant="primary" disabled={!file || load.isPending}>
            {t.dictionary.importRun}
          </Button>
        </>
      }
    >
      <FileField
        label={t.dictionary.importFile}
        hint={t.requests.listHint}
        accept=".tsv,.csv,.txt"
        onChoose={([chosen]) => {
          setFile(chosen ?? null);
          if (chosen?.name.toLowerCase().includes('implication')) setKind('implication');
          load.reset();
        }}
      />
      <Field label={t.requests.listKind}>
        {(input) => (
          <Select
            {...input}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: t.requests.listKinds[value] }))}
          />
        )}
      </Field>
      {load.isPending && <Progress label={t.dictionary.importing} done={0} total={null} />}
      {load.isError && <Notice tone="bad">{load.error.message}</Notice>}
      {load.data && (
        <section className="stack" aria-live="polite">
          <ReportCounts counts={counts} />
          <RejectedRows rows={load.data.rejected} />
        </section>
      )}
    </Dialog>
  );
}
