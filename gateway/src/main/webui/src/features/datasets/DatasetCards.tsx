import { FolderOpen, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { thumbnailUrl } from '@/shared/api/media';
import type { DatasetSummary } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Thumbnail } from '@/shared/ui/Thumbnail';
import { DatasetActions, type DatasetListProps } from './DatasetActions';

export function DatasetCards({ datasets, ...actions }: DatasetListProps) {
  return (
    <ul className="dataset-cards">
      {datasets.map((dataset) => (
        <li key={dataset.id} className="card dataset-card">
          <Cover dataset={dataset} />
          <div className="dataset-card-body">
            <div className="row">
              <Link to={`/dataset/${dataset.id}`} className="dataset-name grow truncate">
                {dataset.name}
              </Link>
              <DatasetActions dataset={dataset} {...actions} />
            </div>
            <DatasetFacts dataset={dataset} />
            <code className="faint truncate" title={dataset.path}>
              {dataset.path}
            </code>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Cover({ dataset }: { dataset: DatasetSummary }) {
  const ids = dataset.cover_item_ids.slice(0, 4);
  return (
    <Link to={`/dataset/${dataset.id}`} className={`cover cover-${ids.length}`} tabIndex={-1} aria-hidden="true">
      {ids.length === 0 && <FolderOpen size={32} strokeWidth={1.25} />}
      {ids.map((id) => (
        <Thumbnail key={id} src={thumbnailUrl(dataset.id, id, 256)} alt="" />
      ))}
    </Link>
  );
}

/** The counts of a dataset; each leads to what it counts. */
export function DatasetFacts({ dataset }: { dataset: DatasetSummary }) {
  const t = useText();
  const format = useFormat();
  return (
    <div className="row wrap dataset-facts">
      <Link to={`/dataset/${dataset.id}`} className="num">
        {t.datasets.imagesCount(format.count(dataset.total_images), dataset.total_images)}
      </Link>
      {dataset.items_without_caption > 0 && (
        <Link to={`/dataset/${dataset.id}?q=${encodeURIComponent('-has:caption')}`} className="badge warn num">
          {t.datasets.missingCaptions(format.count(dataset.items_without_caption))}
        </Link>
      )}
      {dataset.problems > 0 && (
        <Link to={`/dataset/${dataset.id}/problems`} className="badge bad num">
          <TriangleAlert size={12} aria-hidden />
          {t.datasets.problemsCount(format.count(dataset.problems), dataset.problems)}
        </Link>
      )}
      <IndexedAt dataset={dataset} />
    </div>
  );
}

export function IndexedAt({ dataset }: { dataset: Pick<DatasetSummary, 'active_job_id' | 'indexed_at'> }) {
  const t = useText();
  const format = useFormat();
  if (dataset.active_job_id) return <span className="badge accent">{t.datasets.scanning}</span>;
  if (!dataset.indexed_at) return <span className="faint">{t.datasets.never}</span>;
  return (
    <time className="faint" dateTime={dataset.indexed_at} title={format.date(dataset.indexed_at)}>
      {t.datasets.indexedAgo(format.ago(dataset.indexed_at))}
    </time>
  );
}
