import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, Grid2x2, Grid3x3, History, RefreshCw, Sparkles, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { Dataset } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { Button, ButtonLink, IconButton } from '@/shared/ui/Button';
import { Select } from '@/shared/ui/Field';
import { Trail } from '@/shared/ui/Page';
import { Skeleton } from '@/shared/ui/States';
import { SORTS, type Sort } from './view';

interface DatasetHeadProps {
  dataset: Dataset | undefined;
  sort: Sort;
  target: number;
  onSort: (sort: Sort) => void;
  onTarget: (height: number) => void;
  onAutoTag: () => void;
  onExport: () => void;
}

export function DatasetHead({ dataset, sort, target, onSort, onTarget, onAutoTag, onExport }: DatasetHeadProps) {
  const t = useText();
  return (
    <header className="dataset-head">
      <div className="grow row wrap dataset-title">
        {dataset ? (
          <>
            <Trail trail={[{ to: '/dataset', label: t.datasets.title }]} title={dataset.name} />
            <Facts dataset={dataset} />
          </>
        ) : (
          <Skeleton width={320} height={24} />
        )}
      </div>
      <label className="row size-slider">
        <Grid3x3 size={15} aria-hidden />
        <span className="visually-hidden">{t.grid.size}</span>
        <input
          type="range"
          min={90}
          max={420}
          step={10}
          value={target}
          onChange={(event) => onTarget(Number(event.target.value))}
        />
        <Grid2x2 size={15} aria-hidden />
      </label>
      <Select
        aria-label={t.grid.sort}
        value={sort}
        onChange={onSort}
        options={SORTS.map((value) => ({ value, label: t.grid.sorts[value] }))}
      />
      {dataset && (
        <ButtonLink
          to={`/dataset/${dataset.id}/history`}
          variant="quiet"
          icon={<History size={15} />}
          title={t.history.title}
          aria-label={t.history.title}
          className="icon"
        />
      )}
      <Button icon={<Sparkles size={15} />} onClick={onAutoTag}>
        {t.grid.autoTag}
      </Button>
      <Button icon={<Download size={15} />} onClick={onExport}>
        {t.grid.export}
      </Button>
    </header>
  );
}

function Facts({ dataset }: { dataset: Dataset }) {
  const t = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const home = `/dataset/${dataset.id}`;
  const reindex = useMutation({
    mutationFn: () =>
      unwrap(client.POST('/api/datasets/{dataset_id}/reindex', { params: { path: { dataset_id: dataset.id } } })),
    onSuccess: () => toast('info', t.datasets.reindexStarted(dataset.name)),
    onError: (error) => toast('bad', t.common.failed, error.message),
    onSettled: () =>
      Promise.all([keys.dataset(dataset.id), keys.jobs()].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return (
    <div className="row wrap dataset-facts">
      <Link to={home} className="num">
        {t.datasets.itemsCount(format.count(dataset.total_items), dataset.total_items)}
      </Link>
      {dataset.items_without_caption > 0 && (
        <Link to={`${home}?q=${encodeURIComponent('-has:caption')}`} className="badge warn num">
          {t.datasets.missingCaptions(format.count(dataset.items_without_caption))}
        </Link>
      )}
      {dataset.problems > 0 && (
        <Link to={`${home}/problems`} className="badge bad num">
          <TriangleAlert size={12} aria-hidden />
          {t.datasets.problemsCount(format.count(dataset.problems), dataset.problems)}
        </Link>
      )}
      {dataset.active_job_id ? (
        <span className="badge accent">{t.datasets.scanning}</span>
      ) : (
        <>
          {dataset.indexed_at && <span className="faint">{t.datasets.indexedAgo(format.ago(dataset.indexed_at))}</span>}
          <IconButton
            small
            label={t.datasets.reindex}
            icon={<RefreshCw size={13} />}
            disabled={reindex.isPending}
            onClick={() => reindex.mutate()}
          />
        </>
      )}
    </div>
  );
}
