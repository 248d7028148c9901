import { ChevronLeft, ChevronRight, CircleCheck, CircleDashed, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DatasetId, ItemId } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { useShortcuts } from '@/shared/keys/useShortcuts';
import { IconButton } from '@/shared/ui/Button';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import type { ItemList } from '../useItemList';
import { CaptionPane } from './CaptionPane';
import { ImagePane } from './ImagePane';
import { MetadataPane } from './MetadataPane';
import type { SaveStatus } from './tagSaver';
import { useItem, usePreload } from './useItem';
import { useItemHistory } from './useItemHistory';
import './item.css';

interface ItemViewProps {
  dataset: DatasetId;
  item: ItemId;
  list: ItemList;
  counts: ReadonlyMap<string, number>;
  onWalk: (index: number) => void;
  onClose: () => void;
  onAutoTag: () => void;
  onSearchTag: (tag: string) => void;
}

/** One image over the grid, in three panels: picture, captions, facts. The frame (jobs, undo) stays reachable. */
export function ItemView({ dataset, item: id, list, counts, onWalk, onClose, onAutoTag, onSearchTag }: ItemViewProps) {
  const t = useText();
  const format = useFormat();
  const detail = useItem(dataset, id);
  const history = useItemHistory(dataset, id);
  const [status, setStatus] = useState<SaveStatus>('saved');
  const [suffix, setSuffix] = useState<string | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);

  const index = list.indexOf(id);
  const previous = index > 0 ? () => onWalk(index - 1) : undefined;
  const next = index >= 0 && index < list.total - 1 ? () => onWalk(index + 1) : undefined;
  usePreload(dataset, index < 0 ? [] : [list.at(index + 1), list.at(index - 1)]);
  useShortcuts({ itemPrevious: () => previous?.(), itemNext: () => next?.(), itemClose: onClose });

  const item = detail.data;
  const name = item?.base_name ?? list.known.get(id)?.base_name ?? '';
  const shownSuffix = suffix ?? item?.image_suffix ?? '';
  return (
    <div ref={ref} className="item-view" role="dialog" aria-label={t.item.label(name)} tabIndex={-1}>
      <header className="item-head">
        <IconButton
          small
          label={t.item.previous}
          icon={<ChevronLeft size={17} />}
          disabled={!previous}
          onClick={previous}
        />
        <span className="num soft item-position">
          {t.item.position(index < 0 ? '–' : format.count(index + 1), format.count(list.total))}
        </span>
        <IconButton small label={t.item.next} icon={<ChevronRight size={17} />} disabled={!next} onClick={next} />
        <h1 className="truncate">{name}</h1>
        <span className="grow" />
        <SaveState status={status} />
        <IconButton label={t.common.close} icon={<X size={17} />} onClick={onClose} />
      </header>
      {item ? (
        <div className="item-panes">
          <ImagePane
            dataset={dataset}
            item={item}
            suffix={shownSuffix}
            onSuffix={setSuffix}
            onPrevious={previous}
            onNext={next}
          />
          <CaptionPane
            dataset={dataset}
            item={item}
            counts={counts}
            history={history}
            onStatus={setStatus}
            onSearchTag={onSearchTag}
          />
          <MetadataPane
            dataset={dataset}
            item={item}
            suffix={shownSuffix}
            history={history}
            onSuffix={setSuffix}
            onAutoTag={onAutoTag}
          />
        </div>
      ) : detail.isError ? (
        <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <div className="item-panes" role="status" aria-label={t.common.loading}>
          <Skeleton height="100%" />
          <Skeleton height="100%" />
          <Skeleton height="100%" />
        </div>
      )}
    </div>
  );
}

function SaveState({ status }: { status: SaveStatus }) {
  const t = useText();
  const words = { saved: t.item.saved, saving: t.item.saving, unsaved: t.item.unsaved, conflict: t.item.conflict };
  const tones = { saved: 'good', saving: '', unsaved: 'warn', conflict: 'bad' };
  const Icon = status === 'saved' ? CircleCheck : status === 'saving' ? CircleDashed : TriangleAlert;
  return (
    <span className={`badge ${tones[status]}`} role="status">
      <Icon size={12} aria-hidden />
      {words[status]}
    </span>
  );
}
