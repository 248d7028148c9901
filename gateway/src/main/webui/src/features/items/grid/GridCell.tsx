import { Check, Images, MessageSquareOff } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { thumbnailUrl } from '@/shared/api/media';
import type { DatasetItem } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { showTag } from '@/shared/tags/categories';
import { Thumbnail } from '@/shared/ui/Thumbnail';

interface GridCellProps {
  item: DatasetItem;
  index: number;
  total: number;
  width: number;
  height: number;
  selected: boolean;
  cursor: boolean;
  onOpen: (index: number) => void;
  onToggle: (index: number) => void;
  onExtend: (index: number) => void;
}

export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { item, index, total, width, height, selected, cursor, onOpen, onToggle, onExtend } = props;
  const t = useText();
  const format = useFormat();
  const firstTags = Object.values(item.tags).flat().slice(0, 3);
  const onClick = (event: MouseEvent) => {
    const corner = event.target instanceof Element && event.target.closest('.cell-check');
    if (event.shiftKey) onExtend(index);
    else if (corner || event.ctrlKey || event.metaKey) onToggle(index);
    else onOpen(index);
  };
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and the keys
    <div
      role="option"
      id={`cell-${index}`}
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-label={t.grid.cell(item.relative_path, format.count(item.tag_count))}
      className={`cell${cursor ? ' cursor' : ''}`}
      style={{ width, height }}
      onClick={onClick}
    >
      <Thumbnail
        src={thumbnailUrl(
          item.dataset_id,
          item.id,
          Math.max(width, height) > 256 ? 512 : 256,
          undefined,
          item.image_hash,
        )}
        alt=""
      />
      <span className="cell-check" aria-hidden="true">
        <Check size={13} strokeWidth={3} />
      </span>
      <span className="cell-badges" aria-hidden="true">
        {item.item_type !== 'single' && (
          <span title={t.grid.pair}>
            <Images size={12} />
          </span>
        )}
        {item.tag_count === 0 && Object.keys(item.caption_paths).length === 0 && (
          <span title={t.grid.noCaption} className="warn">
            <MessageSquareOff size={12} />
          </span>
        )}
      </span>
      <span className="cell-info" aria-hidden="true">
        <span className="truncate">{item.base_name}</span>
        <span className="truncate">
          {item.width}×{item.height}
          {firstTags.length > 0 && ` · ${firstTags.map((tag) => showTag(tag.tag)).join(', ')}`}
          {item.tag_count > firstTags.length && firstTags.length > 0 && '…'}
        </span>
      </span>
    </div>
  );
});
