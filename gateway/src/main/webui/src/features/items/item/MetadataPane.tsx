import { ExternalLink, Sparkles, TriangleAlert } from 'lucide-react';
import { imageUrl, thumbnailUrl } from '@/shared/api/media';
import type { DatasetId, ItemDetail } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/States';
import { Thumbnail } from '@/shared/ui/Thumbnail';
import { metadataRows } from './metadata';
import type { ItemHistory } from './useItemHistory';

interface MetadataPaneProps {
  dataset: DatasetId;
  item: ItemDetail;
  suffix: string;
  history: ItemHistory;
  onSuffix: (suffix: string) => void;
  onAutoTag: () => void;
}

export function MetadataPane({ dataset, item, suffix, history, onSuffix, onAutoTag }: MetadataPaneProps) {
  const t = useText();
  const format = useFormat();
  const related = Object.entries(item.related_images);
  const rows = metadataRows(item);
  return (
    <section className="pane metadata-pane" aria-label={t.item.file} tabIndex={-1}>
      <div className="stack">
        <Button small icon={<Sparkles size={14} />} onClick={onAutoTag}>
          {t.item.autoTag}
        </Button>
        <a className="button small" href={imageUrl(dataset, item.id, suffix)} target="_blank" rel="noreferrer">
          <ExternalLink size={14} aria-hidden />
          {t.item.download}
        </a>
      </div>
      {item.problems.map((problem) => (
        <Notice key={`${problem.path} ${problem.reason}`} tone="warn" icon={<TriangleAlert size={14} aria-hidden />}>
          {problem.detail}
        </Notice>
      ))}
      <dl className="facts">
        <Fact label={t.item.file} value={<code>{item.relative_path}</code>} />
        <Fact label={t.item.kind} value={t.item.kinds[item.item_type as keyof typeof t.item.kinds] ?? item.item_type} />
        <Fact label={t.item.pixels} value={`${item.width} × ${item.height}`} />
        <Fact label={t.item.size} value={format.bytes(item.file_size)} />
        <Fact label={t.item.createdAt} value={format.date(item.created_at)} />
        <Fact label={t.item.updatedAt} value={format.date(item.updated_at)} />
        <Fact label={t.item.hash} value={<code className="hash">{item.image_hash}</code>} />
      </dl>
      {related.length > 1 && (
        <section className="stack">
          <h2 className="minor">{t.item.related}</h2>
          <div className="related">
            {related.map(([name, image]) => (
              <button key={name} type="button" aria-pressed={name === suffix} onClick={() => onSuffix(name)}>
                <Thumbnail src={thumbnailUrl(dataset, item.id, 128, name, image.image_hash)} alt="" />
                <span>{name === '' ? t.item.mainImage : name}</span>
              </button>
            ))}
          </div>
        </section>
      )}
      <details open={rows.some((row) => row.mapped)}>
        <summary>{t.item.metadata}</summary>
        {rows.length === 0 ? (
          <p className="faint">{t.item.noMetadata}</p>
        ) : (
          <dl className="facts exif">
            {rows.map((row) => (
              <Fact
                key={row.field}
                label={row.field}
                value={
                  <>
                    {row.value} {row.mapped && <span className="badge accent">{t.item.mapped}</span>}
                  </>
                }
              />
            ))}
          </dl>
        )}
      </details>
      <details>
        <summary>{t.item.history}</summary>
        {history.operations.length === 0 ? (
          <p className="faint">{t.item.noHistory}</p>
        ) : (
          <ul className="item-history">
            {history.operations.map((operation) => (
              <li key={operation.id} className={operation.undone_by === null ? '' : 'struck'}>
                <span>{operation.title}</span>
                <span className="faint">
                  {operation.author} · {format.ago(operation.created_at)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </details>
    </section>
  );
}

function Fact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
