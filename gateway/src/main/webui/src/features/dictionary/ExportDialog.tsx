import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { client } from '@/shared/api/client';
import { fetchFile, saveBlob } from '@/shared/api/download';
import { VocabularyField } from '@/shared/dictionary/VocabularyField';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { CATEGORIES } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Check, Field, Select } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/States';
import { OFFICIAL, SOURCES, type Filters } from './useDictionary';

/** Takes tags, or what people said over lists, out of the dictionary as a file; starts with what the table shows. */
export function ExportDialog({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const labels = t.dictionary;
  const [category, setCategory] = useState(filters.category);
  const [source, setSource] = useState(filters.source);
  const [official, setOfficial] = useState(filters.official);
  const [kind, setKind] = useState<'json' | 'csv' | 'overlay'>('csv');
  const [spreadsheet, setSpreadsheet] = useState(true);
  const [whole, setWhole] = useState(false);
  const [vocabulary, setVocabulary] = useState<number | null>(null);
  const [bytes, setBytes] = useState(0);
  const [abort] = useState(() => new AbortController());
  useEffect(() => () => abort.abort(), [abort]);
  const run = useMutation({
    mutationFn: () => {
      setBytes(0);
      return fetchFile(
        () =>
          kind === 'overlay'
            ? client.GET('/api/tag-dictionary/overlay', { parseAs: 'stream', signal: abort.signal })
            : client.POST('/api/tag-dictionary/export', {
                body: {
                  category: category || 'all',
                  source_filter: source,
                  ...(official === 'all' ? {} : { official: official === 'true' }),
                  format: kind,
                  spreadsheet,
                  ...(whole ? { whole } : {}),
                  ...(vocabulary === null ? {} : { vocabulary_id: vocabulary }),
                },
                parseAs: 'stream',
                signal: abort.signal,
              }),
        { csv: 'tags.csv', json: 'tags.json', overlay: 'fuda-overlay.json' }[kind],
        setBytes,
      );
    },
    onSuccess: ({ blob, name }) => saveBlob(blob, name),
  });
  const hints = { csv: labels.exportCsvHint, json: labels.exportJsonHint, overlay: labels.overlayHint };
  return (
    <Dialog
      title={labels.exportTitle}
      onClose={onClose}
      onSubmit={() => run.mutate()}
      footer={
        <>
          <span className="soft grow num" role="status">
            {(run.isPending || run.isSuccess) && labels.exported(format.bytes(bytes))}
          </span>
          <Button onClick={onClose}>{run.isSuccess ? t.common.close : t.common.cancel}</Button>
          <Button type="submit" variant="primary" icon={<Download size={15} />} disabled={run.isPending}>
            {labels.export}
          </Button>
        </>
      }
    >
      <Field label={labels.exportFormat} hint={hints[kind]}>
        {(input) => (
          <Select
            {...input}
            value={kind}
            onChange={setKind}
            options={[
              { value: 'csv', label: 'CSV' },
              { value: 'json', label: 'JSON' },
              { value: 'overlay', label: labels.overlay },
            ]}
          />
        )}
      </Field>
      {kind !== 'overlay' && (
        <>
          <Field label={labels.category}>
            {(input) => (
              <Select
                {...input}
                value={category}
                onChange={setCategory}
                options={[
                  { value: '', label: labels.allCategories },
                  ...CATEGORIES.map((value) => ({ value: value as string, label: t.categories[value] })),
                ]}
              />
            )}
          </Field>
          <Field label={labels.source}>
            {(input) => (
              <Select
                {...input}
                value={source}
                onChange={setSource}
                options={SOURCES.map((value) => ({ value, label: labels.sources[value] }))}
              />
            )}
          </Field>
          <Field label={labels.official}>
            {(input) => (
              <Select
                {...input}
                value={official}
                onChange={setOfficial}
                options={OFFICIAL.map((value) => ({ value, label: labels.officials[value] }))}
              />
            )}
          </Field>
          <VocabularyField hint={t.vocabularies.exportHint} value={vocabulary} onChange={setVocabulary} />
        </>
      )}
      {kind === 'json' && category !== '' && (
        <Check label={labels.exportWhole} checked={whole} onChange={(event) => setWhole(event.target.checked)} />
      )}
      {kind === 'csv' && (
        <Check
          label={labels.exportSpreadsheet}
          checked={spreadsheet}
          onChange={(event) => setSpreadsheet(event.target.checked)}
        />
      )}
      {run.isError && <Notice tone="bad">{run.error.message}</Notice>}
    </Dialog>
  );
}
