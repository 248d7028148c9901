import { Download, Plus, Sparkles, X } from 'lucide-react';
import type { RefObject } from 'react';
import type { DatasetId, DatasetItem } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { categoryClass, showTag } from '@/shared/tags/categories';
import { TagInput } from '@/shared/tags/TagInput';
import { useCategories } from '@/shared/tags/useCategories';
import { Button } from '@/shared/ui/Button';
import type { SelectionControl } from '../grid/selection';
import type { ItemList } from '../useItemList';
import { tagShares } from './bulk';
import { BULK_LIMIT, useBulkTag } from './useBulkTag';

interface SelectionPanelProps {
  dataset: DatasetId;
  list: ItemList;
  select: SelectionControl;
  counts: ReadonlyMap<string, number>;
  addRef: RefObject<HTMLInputElement | null>;
  onAutoTag: () => void;
  onExport: () => void;
}

/** What is selected, the tags it has in all or in some of its images, and what can be done with it. */
export function SelectionPanel({ dataset, list, select, counts, addRef, onAutoTag, onExport }: SelectionPanelProps) {
  const t = useText();
  const format = useFormat();
  const bulk = useBulkTag(dataset);
  const { selection, size } = select;
  const items =
    selection.kind === 'all' ? [...list.known.values()] : [...selection.ids].flatMap((id) => list.known.get(id) ?? []);
  const complete = items.length === size;
  const editable = size > 0 && complete && size <= BULK_LIMIT;
  return (
    <section className="side selection" aria-label={t.selection.title}>
      <div className="side-head">
        <h2 className="minor grow">{t.selection.title}</h2>
        {size > 0 && (
          <Button small variant="quiet" icon={<X size={13} />} onClick={select.clear}>
            {t.selection.clear}
          </Button>
        )}
      </div>
      {size === 0 ? (
        <>
          <p>{t.selection.none}</p>
          <p className="faint">{t.selection.hint}</p>
          {list.total > 0 && <Button onClick={select.all}>{t.selection.all(format.count(list.total))}</Button>}
        </>
      ) : (
        <>
          <p className="selection-size num">
            {selection.kind === 'all'
              ? t.selection.allMatching(format.count(size))
              : t.selection.of(format.count(size), format.count(list.total))}
          </p>
          <div className="row wrap">
            <Button small icon={<Sparkles size={14} />} onClick={onAutoTag}>
              {t.grid.autoTag}
            </Button>
            {selection.kind === 'all' && (
              <Button small icon={<Download size={14} />} onClick={onExport}>
                {t.grid.export}
              </Button>
            )}
          </div>
          {editable ? (
            <TagInput
              inputRef={addRef}
              label={t.selection.add(format.count(size))}
              placeholder={t.selection.add(format.count(size))}
              counts={counts}
              onAdd={(tag) => bulk.mutate({ items, tag, action: 'add' })}
            />
          ) : (
            <p className="faint">
              {complete
                ? t.selection.tooMany(format.count(BULK_LIMIT))
                : t.selection.partlyLoaded(format.count(items.length))}
            </p>
          )}
          <SelectedTags
            items={items}
            editable={editable && !bulk.isPending}
            onChange={(tag, action) => bulk.mutate({ items, tag, action })}
          />
        </>
      )}
    </section>
  );
}

interface SelectedTagsProps {
  items: readonly DatasetItem[];
  editable: boolean;
  onChange: (tag: string, action: 'add' | 'remove') => void;
}

function SelectedTags({ items, editable, onChange }: SelectedTagsProps) {
  const t = useText();
  const format = useFormat();
  const shares = tagShares(items).slice(0, 200);
  const category = useCategories(shares.map((share) => share.tag));
  return (
    <ul className="tag-counts" aria-label={t.selection.tags}>
      {shares.map(({ tag, count, state }) => {
        const rest = format.count(items.length - count);
        const remove = t.selection.removeFrom(showTag(tag), format.count(count));
        return (
          <li key={tag} className={categoryClass(category(tag))}>
            <input
              type="checkbox"
              className="tri"
              checked={state === 'all'}
              disabled={!editable}
              ref={(box) => {
                if (box) box.indeterminate = state === 'some';
              }}
              aria-label={state === 'all' ? remove : t.selection.addRest(showTag(tag), rest)}
              title={state === 'all' ? remove : t.selection.addRest(showTag(tag), rest)}
              onChange={() => onChange(tag, state === 'all' ? 'remove' : 'add')}
            />
            <span className="grow truncate cat-text">{showTag(tag)}</span>
            <span className="num faint">{format.count(count)}</span>
            {state === 'some' && editable && (
              <>
                <button
                  type="button"
                  className="tag-exclude"
                  title={t.selection.addRest(showTag(tag), rest)}
                  aria-label={t.selection.addRest(showTag(tag), rest)}
                  onClick={() => onChange(tag, 'add')}
                >
                  <Plus size={12} />
                </button>
                <button
                  type="button"
                  className="tag-exclude"
                  title={remove}
                  aria-label={remove}
                  onClick={() => onChange(tag, 'remove')}
                >
                  <X size={12} />
                </button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
