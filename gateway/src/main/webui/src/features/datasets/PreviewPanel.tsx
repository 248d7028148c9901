import { TriangleAlert } from 'lucide-react';
import type { ScanPreview } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Notice, Skeleton } from '@/shared/ui/States';
import type { useRegistration } from './useRegistration';

/** What a scan with these settings would find, before anything is registered. */
export function PreviewPanel({ preview, hasPath }: Pick<ReturnType<typeof useRegistration>, 'preview' | 'hasPath'>) {
  const t = useText();
  const found = hasPath ? preview.data : undefined;
  return (
    <section className="card preview stack" aria-label={t.create.preview} aria-busy={preview.isFetching}>
      <h2>{t.create.preview}</h2>
      {!hasPath && <p className="soft">{t.create.previewHint}</p>}
      {hasPath && preview.isError && (
        <Notice tone="bad" icon={<TriangleAlert size={15} aria-hidden />}>
          {preview.error.message}
        </Notice>
      )}
      {hasPath && preview.isPending && (
        <div role="status" aria-label={t.create.previewing} className="stack">
          <Skeleton height={92} />
        </div>
      )}
      {found && !preview.isError && (
        <>
          <dl className="preview-counts num">
            <Count value={found.images} label={t.create.images} />
            <Count value={found.captions} label={t.create.captions} />
            <Count value={found.pairs} label={t.create.pairs} />
            <Count value={found.problems} label={t.create.problems} />
          </dl>
          {!found.complete && <Notice>{t.create.previewPartial}</Notice>}
          {found.images === 0 && <Notice tone="warn">{t.create.noImages}</Notice>}
          {found.examples.length > 0 && (
            <ul className="preview-examples mono soft">
              {found.examples.map((example) => (
                <li key={example.item}>{describeExample(example)}</li>
              ))}
            </ul>
          )}
        </>
      )}
      <p className="faint">{t.create.untouched}</p>
    </section>
  );
}

function Count({ value, label }: { value: number; label: string }) {
  const format = useFormat();
  return (
    <div>
      <dd>
        <strong>{format.count(value)}</strong>
      </dd>
      <dt className="soft">{label}</dt>
    </div>
  );
}

/** "a.png + a_target.png ← a.txt": the images of an item and the captions that belong to them. */
function describeExample({ images, captions }: ScanPreview['examples'][number]): string {
  const texts = Object.values(captions);
  return `${Object.values(images).join(' + ')}${texts.length > 0 ? ` ← ${texts.join(', ')}` : ''}`;
}
