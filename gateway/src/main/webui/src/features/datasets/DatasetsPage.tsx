import { FolderOpen, LayoutGrid, Plus, Rows3 } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DatasetSummary } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { ButtonLink } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/Dialog';
import { Segmented } from '@/shared/ui/Field';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui/States';
import { DatasetCards } from './DatasetCards';
import { DatasetTable } from './DatasetTable';
import { SettingsDialog } from './SettingsDialog';
import { useDatasets, useForget, useReindex } from './useDatasets';
import './datasets.css';

export function DatasetsPage() {
  const t = useText();
  const format = useFormat();
  const datasets = useDatasets();
  const reindex = useReindex();
  const [forgetting, setForgetting] = useState<DatasetSummary | null>(null);
  const [settings, setSettings] = useState<DatasetSummary | null>(null);
  const [params, setParams] = useSearchParams();
  const view = params.get('view') === 'table' ? 'table' : 'cards';
  const images = datasets.data?.reduce((sum, dataset) => sum + dataset.total_images, 0) ?? 0;
  const list = {
    datasets: datasets.data ?? [],
    onReindex: reindex.mutate,
    onForget: setForgetting,
    onSettings: setSettings,
  };

  return (
    <Page
      title={t.datasets.title}
      facts={images > 0 && <span className="faint num">{t.datasets.imagesCount(format.count(images), images)}</span>}
      actions={
        <>
          {list.datasets.length > 0 && (
            <Segmented
              label={t.datasets.view}
              value={view}
              onChange={(next) => setParams(next === 'table' ? { view: next } : {}, { replace: true })}
              options={[
                { value: 'cards', label: <LayoutGrid size={15} aria-label={t.datasets.cards} /> },
                { value: 'table', label: <Rows3 size={15} aria-label={t.datasets.table} /> },
              ]}
            />
          )}
          <ButtonLink to="/dataset/new" variant="primary" icon={<Plus size={16} />}>
            {t.datasets.new}
          </ButtonLink>
        </>
      }
    >
      {datasets.isPending ? (
        <SkeletonList rows={3} height={120} />
      ) : datasets.isError ? (
        <ErrorState error={datasets.error} onRetry={() => void datasets.refetch()} />
      ) : list.datasets.length === 0 ? (
        <EmptyState
          icon={FolderOpen}
          title={t.datasets.emptyTitle}
          action={
            <ButtonLink to="/dataset/new" variant="primary" icon={<Plus size={16} />}>
              {t.datasets.new}
            </ButtonLink>
          }
        >
          {t.datasets.emptyText}
        </EmptyState>
      ) : view === 'table' ? (
        <DatasetTable {...list} />
      ) : (
        <DatasetCards {...list} />
      )}
      {settings && <SettingsDialog id={settings.id} onClose={() => setSettings(null)} />}
      {forgetting && <ForgetDialog dataset={forgetting} onClose={() => setForgetting(null)} />}
    </Page>
  );
}

function ForgetDialog({ dataset, onClose }: { dataset: DatasetSummary; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const forget = useForget();
  const items = t.datasets.itemsCount(format.count(dataset.total_items), dataset.total_items);
  return (
    <ConfirmDialog
      danger
      title={t.datasets.forgetTitle(dataset.name)}
      confirm={t.datasets.forgetConfirm(items)}
      busy={forget.isPending}
      onClose={onClose}
      onConfirm={() =>
        forget.mutate(dataset.id, {
          onSuccess: () => toast('good', t.datasets.forgotten(dataset.name)),
          onError: (error) => toast('bad', t.common.failed, error.message),
          onSettled: onClose,
        })
      }
    >
      <p>{t.datasets.forgetText(items)}</p>
      <p className="mono soft">{dataset.path}</p>
    </ConfirmDialog>
  );
}
