import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { saveBlob } from '@/shared/api/download';
import type { DatasetId } from '@/shared/api/types';
import { VocabularyField } from '@/shared/dictionary/VocabularyField';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Check, Field } from '@/shared/ui/Field';
import { Notice, Progress } from '@/shared/ui/States';
import { fetchExport, type ExportOptions } from './download';
import { scopeSize, scopeText, type Scope } from './scope';

const FORMATS = ['txt', 'json', 'ai-toolkit', 'kohya'] as const;

export function ExportDialog({ dataset, scope, onClose }: { dataset: DatasetId; scope: Scope; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const [kind, setKind] = useState<ExportOptions['format']>('txt');
  const [subtype, setSubtype] = useState('main');
  const [exclude, setExclude] = useState('');
  const [aliases, setAliases] = useState(false);
  const [images, setImages] = useState(true);
  const [vocabulary, setVocabulary] = useState<number | null>(null);
  const [bytes, setBytes] = useState(0);
  const [abort] = useState(() => new AbortController());
  useEffect(() => () => abort.abort(), [abort]);

  const run = useMutation({
    mutationFn: () => {
      setBytes(0);
      const options: ExportOptions = {
        format: kind,
        caption_type: subtype.trim() || 'main',
        apply_aliases: aliases,
        exclude_tag_groups: exclude
          .split(/[,、]/)
          .map((part) => part.trim())
          .filter(Boolean),
        include_images: images,
        ...(vocabulary === null ? {} : { vocabulary_id: vocabulary }),
        ...(scope.kind === 'search' ? { search: scope.search } : {}),
      };
      return fetchExport(dataset, options, abort.signal, setBytes);
    },
    onSuccess: ({ blob, name }) => saveBlob(blob, name),
  });

  return (
    <Dialog
      title={t.exporting.title}
      onClose={onClose}
      onSubmit={() => run.mutate()}
      footer={
        <>
          <span className="soft grow">{scopeText(scope, t, format.count)}</span>
          <Button onClick={onClose}>{run.isSuccess ? t.common.close : t.common.cancel}</Button>
          <Button
            type="submit"
            variant="primary"
            icon={<Download size={15} />}
            disabled={run.isPending || scopeSize(scope) === 0}
          >
            {t.exporting.start(format.count(scopeSize(scope)))}
          </Button>
        </>
      }
    >
      <fieldset className="choices">
        <legend>{t.exporting.format}</legend>
        {FORMATS.map((value) => (
          <label key={value} className="choice">
            <input type="radio" name="format" checked={kind === value} onChange={() => setKind(value)} />
            <span>
              <strong>{t.exporting.formats[value].label}</strong>{' '}
              <span className="soft">{t.exporting.formats[value].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="row wrap">
        <Check label={t.exporting.images} checked={images} onChange={(event) => setImages(event.target.checked)} />
        <Check label={t.exporting.aliases} checked={aliases} onChange={(event) => setAliases(event.target.checked)} />
      </div>
      <div className="two-columns">
        <Field label={t.exporting.captionType}>
          {(input) => (
            <input {...input} className="input" value={subtype} onChange={(event) => setSubtype(event.target.value)} />
          )}
        </Field>
        <Field label={t.exporting.exclude} hint={t.exporting.excludeHint}>
          {(input) => (
            <input {...input} className="input" value={exclude} onChange={(event) => setExclude(event.target.value)} />
          )}
        </Field>
      </div>
      <VocabularyField hint={t.vocabularies.datasetHint} value={vocabulary} onChange={setVocabulary} />
      {run.isPending && (
        <div className="stack" role="status">
          <Progress label={t.exporting.running} done={0} total={null} />
          <span className="soft num">
            {t.exporting.running} {bytes > 0 && t.exporting.received(format.bytes(bytes))}
          </span>
        </div>
      )}
      {run.isSuccess && (
        <Notice tone="good">{t.exporting.done(run.data.name, format.bytes(run.data.blob.size))}</Notice>
      )}
      {run.isSuccess && <Written header={run.data.headers.get('x-fuda-vocabulary')} />}
      {run.isError && <Notice tone="bad">{run.error.message}</Notice>}
    </Dialog>
  );
}

/** What became of the names of the target: `off`, `away`, or `applied; known=9; nearest=2; unknown=1`. */
function Written({ header }: { header: string | null }) {
  const labels = useText().vocabularies;
  const format = useFormat();
  if (header === 'away') return <Notice tone="warn">{labels.targetAway}</Notice>;
  const [known, nearest, unknown] = Array.from(header?.matchAll(/=(\d+)/g) ?? [], (match) => Number(match[1]));
  if (known === undefined || nearest === undefined || unknown === undefined) return null;
  return (
    <Notice tone={unknown > 0 ? 'warn' : 'good'}>
      {labels.written(format.count(known), format.count(nearest), format.count(unknown))}
    </Notice>
  );
}
