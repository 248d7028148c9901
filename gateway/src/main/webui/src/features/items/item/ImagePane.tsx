import { ChevronLeft, ChevronRight, ImageOff, Maximize2, Minimize2 } from 'lucide-react';
import { useRef, useState, type PointerEvent, type RefObject } from 'react';
import { imageUrl } from '@/shared/api/media';
import type { DatasetId, ItemDetail } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { useShortcuts } from '@/shared/keys/useShortcuts';
import { persisted, usePersisted } from '@/shared/store/persisted';
import { Button, IconButton } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/States';

/** Walking from image to image keeps the way of looking. */
const fullSize = persisted('fuda.item.full', false);

interface ImagePaneProps {
  dataset: DatasetId;
  item: ItemDetail;
  suffix: string;
  onSuffix: (suffix: string) => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** The picture: fitted, or at 100 % and moved by dragging; tabs for the pictures that belong together. */
export function ImagePane({ dataset, item, suffix, onSuffix, onPrevious, onNext }: ImagePaneProps) {
  const t = useText();
  const format = useFormat();
  const [full, setFull] = usePersisted(fullSize);
  const [failed, setFailed] = useState<string | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const startPan = usePan(stage);
  const related = item.related_images[suffix];
  const shown = related ?? item;
  const src = imageUrl(dataset, item.id, related ? suffix : undefined, shown.image_hash);
  const suffixes = Object.keys(item.related_images);
  useShortcuts({ itemFit: () => setFull(!full) });
  return (
    <section className="pane image-pane" aria-label={t.item.imageTabs}>
      {suffixes.length > 1 && (
        <div className="tabs" role="group" aria-label={t.item.imageTabs}>
          {suffixes.map((name) => (
            <button key={name} type="button" aria-pressed={name === suffix} onClick={() => onSuffix(name)}>
              {name === '' ? t.item.mainImage : name}
            </button>
          ))}
        </div>
      )}
      {}
      <div className={`stage${full ? ' full' : ''}`} ref={stage} onPointerDown={full ? startPan : undefined}>
        {failed === src ? (
          <EmptyState icon={ImageOff} title={t.item.noImage} />
        ) : (
          <img
            key={src}
            src={src}
            alt={item.relative_path}
            width={shown.width}
            height={shown.height}
            draggable={false}
            onError={() => setFailed(src)}
            onDoubleClick={() => setFull(!full)}
          />
        )}
      </div>
      <div className="stage-bar">
        <IconButton
          small
          label={t.item.previous}
          icon={<ChevronLeft size={16} />}
          disabled={!onPrevious}
          onClick={onPrevious}
        />
        <IconButton small label={t.item.next} icon={<ChevronRight size={16} />} disabled={!onNext} onClick={onNext} />
        <span className="grow faint num stage-facts">
          {shown.width} × {shown.height} · {format.bytes(shown.file_size)}
        </span>
        <Button
          small
          variant="quiet"
          icon={full ? <Minimize2 size={13} /> : <Maximize2 size={13} />}
          aria-pressed={full}
          onClick={() => setFull(!full)}
        >
          {full ? t.item.fit : t.item.full}
        </Button>
      </div>
    </section>
  );
}

/** Moves a scrolling box by dragging inside it. */
function usePan(ref: RefObject<HTMLDivElement | null>) {
  return (event: PointerEvent) => {
    const box = ref.current;
    if (!box || event.button !== 0) return;
    const from = { x: event.clientX + box.scrollLeft, y: event.clientY + box.scrollTop };
    const move = (next: globalThis.PointerEvent) => box.scrollTo(from.x - next.clientX, from.y - next.clientY);
    const up = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
  };
}
