import { Ellipsis, FolderX, RefreshCw, Settings2 } from 'lucide-react';
import type { DatasetSummary } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { IconButton } from '@/shared/ui/Button';
import { Menu, MenuItem } from '@/shared/ui/Menu';

export interface DatasetListProps {
  datasets: readonly DatasetSummary[];
  onReindex: (dataset: DatasetSummary) => void;
  onForget: (dataset: DatasetSummary) => void;
  onSettings: (dataset: DatasetSummary) => void;
}

export function DatasetActions({
  dataset,
  onReindex,
  onForget,
  onSettings,
}: Omit<DatasetListProps, 'datasets'> & { dataset: DatasetSummary }) {
  const t = useText();
  return (
    <Menu
      button={(props) => (
        <IconButton small label={`${t.common.more}: ${dataset.name}`} icon={<Ellipsis size={16} />} {...props} />
      )}
    >
      <MenuItem icon={<Settings2 size={15} />} onClick={() => onSettings(dataset)}>
        {t.datasets.settings}
      </MenuItem>
      <MenuItem
        icon={<RefreshCw size={15} />}
        disabled={Boolean(dataset.active_job_id)}
        onClick={() => onReindex(dataset)}
      >
        {t.datasets.reindex}
      </MenuItem>
      <MenuItem className="danger" icon={<FolderX size={15} />} onClick={() => onForget(dataset)}>
        {t.datasets.forget}
      </MenuItem>
    </Menu>
  );
}
