import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { arrayMove, rectSortingStrategy, SortableContext, sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useText } from '@/shared/i18n';
import { useCategories } from '@/shared/tags/useCategories';
import { TagChip } from './TagChip';
import type { TagEditor } from './useTagEditor';

/** The chips of a caption in their order; drag one, or lift it with Space and move it with the arrows. */
export function TagList({ editor, onSearchTag }: { editor: TagEditor; onSearchTag: (tag: string) => void }) {
  const t = useText();
  const names = editor.tags.map((tag) => tag.tag);
  const category = useCategories(names);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    editor.reorder(arrayMove(names, names.indexOf(String(active.id)), names.indexOf(String(over.id))));
  };
  if (names.length === 0) return <p className="soft no-tags">{t.item.noTags}</p>;
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
      <SortableContext items={names} strategy={rectSortingStrategy}>
        <ul className="chips" aria-label={t.item.tagList}>
          {editor.tags.map((tag) => (
            <TagChip
              key={tag.tag}
              tag={tag}
              category={category(tag.tag)}
              onRemove={() => editor.remove(tag.tag)}
              onSearch={() => onSearchTag(tag.tag)}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}
