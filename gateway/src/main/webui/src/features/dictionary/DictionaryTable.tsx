import { useVirtualizer } from '@tanstack/react-virtual';
import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { TagView } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { CategoryName } from '@/shared/tags/CategoryName';
import { IconButton } from '@/shared/ui/Button';
import { PAGE_SIZE } from './useDictionary';

const ROW = 34;

interface DictionaryTableProps {
  total: number;
  at: (index: number) => TagView | undefined;
  onPages: (pages: number[]) => void;
  onEdit: (tag: TagView) => void;
  onAbout: (tag: TagView) => void;
  onDelete: (tag: TagView) => void;
  onCategory: (category: string) => void;
}

/** A table of any length: only the rows in view are drawn, only their pages are loaded. */
export function DictionaryTable({ total, at, onPages, onEdit, onAbout, onDelete, onCategory }: DictionaryTableProps) {
  const t = useText();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const firstPage = Math.floor((rows[0]?.index ?? 0) / PAGE_SIZE) + 1;
  const lastPage = Math.floor((rows.at(-1)?.index ?? 0) / PAGE_SIZE) + 1;
  useEffect(() => {
    const timer = setTimeout(() => onPages([...new Set([firstPage, lastPage])]), 70);
    return () => clearTimeout(timer);
  }, [firstPage, lastPage, onPages]);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by key
    <div className="dictionary-scroll" ref={scroller} tabIndex={0} role="region" aria-label={t.dictionary.title}>
      <div role="table" aria-label={t.dictionary.title} aria-rowcount={total + 1}>
        <div role="row" aria-rowindex={1} className="dictionary-row dictionary-headings">
          {[t.dictionary.tag, t.dictionary.category, t.dictionary.count, t.dictionary.aliases, t.dictionary.source].map(
            (heading) => (
              <span key={heading} role="columnheader">
                {heading}
              </span>
            ),
          )}
          <span role="columnheader">
            <span className="visually-hidden">{t.datasets.actions}</span>
          </span>
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {rows.map(({ index, start }) => {
            const tag = at(index);
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className="dictionary-row"
                style={{ transform: `translateY(${start}px)`, height: ROW }}
              >
                {tag ? (
                  <>
                    <span role="cell" className="truncate">
                      <button
                        type="button"
                        className={tag.is_deprecated ? 'link-button deprecated' : 'link-button'}
                        aria-label={t.tagDetail.open(tag.tag)}
                        onClick={() => onAbout(tag)}
                      >
                        {tag.tag}
                      </button>
                      {tag.is_deprecated && <span className="badge warn">{t.dictionary.deprecatedBadge}</span>}
                    </span>
                    <span role="cell">
                      <button type="button" className="link-button" onClick={() => onCategory(tag.category)}>
                        <CategoryName category={tag.category} />
                      </button>
                    </span>
                    <span role="cell" className="num right">
                      {format.count(tag.count)}
                    </span>
                    <span role="cell" className="truncate soft" title={tag.aliases.join(', ')}>
                      {tag.aliases.join(', ')}
                    </span>
                    <span role="cell" className="faint">
                      {t.dictionary.sources[tag.source] ?? tag.source}
                    </span>
                    <span role="cell" className="row row-actions">
                      <IconButton
                        small
                        label={`${t.common.edit}: ${tag.tag}`}
                        icon={<Pencil size={13} />}
                        onClick={() => onEdit(tag)}
                      />
                      <IconButton
                        small
                        label={`${t.common.delete}: ${tag.tag}`}
                        icon={<Trash2 size={13} />}
                        onClick={() => onDelete(tag)}
                      />
                    </span>
                  </>
                ) : (
                  <span role="cell" className="skeleton row-skeleton">
                    <span className="visually-hidden">{t.common.loading}</span>
                  </span>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
