import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { X } from 'lucide-react';
import type { Tag } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { categoryClass, categoryIcons, showTag, type Category } from '@/shared/tags/categories';

interface TagChipProps {
  tag: Tag;
  category: Category | 'unknown';
  onRemove: () => void;
  onSearch: () => void;
}

/** A tag of an image: solid when a person set it, dashed with its score when a model did. Drag to order, double-click to search. */
export function TagChip({ tag, category, onRemove, onSearch }: TagChipProps) {
  const t = useText();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: tag.tag,
  });
  const Icon = categoryIcons[category];
  const model = tag.source.startsWith('auto_') ? tag.source.slice('auto_'.length) : null;
  const score = tag.confidence === null ? null : tag.confidence.toFixed(2);
  const name = showTag(tag.tag);
  const origin = model
    ? t.item.byModel(model, score ?? t.common.notMeasured)
    : (t.item.sources[tag.source as keyof typeof t.item.sources] ?? tag.source);
  return (
    <li
      ref={setNodeRef}
      className={`chip ${categoryClass(category)}${model ? ' model' : ''}${isDragging ? ' dragging' : ''}`}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      title={`${tag.tag} · ${t.categories[category]} · ${origin}`}
    >
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- dnd-kit gives it the role of a button and a tab stop */}
      <span
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        className="chip-grip"
        aria-label={t.item.dragTag(name)}
        onDoubleClick={onSearch}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') {
            event.preventDefault();
            onRemove();
          } else listeners?.['onKeyDown']?.(event);
        }}
      >
        <Icon size={12} aria-label={t.categories[category]} />
        <span className="truncate">{name}</span>
        {score !== null && <span className="score">{score}</span>}
      </span>
      <button type="button" aria-label={t.item.removeTag(name)} onClick={onRemove}>
        <X size={12} />
      </button>
    </li>
  );
}
