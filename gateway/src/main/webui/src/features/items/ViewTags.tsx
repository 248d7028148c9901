import { Minus } from 'lucide-react';
import { useState } from 'react';
import type { TagCount } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { categoryClass, categoryIcons, showTag } from '@/shared/tags/categories';
import { useCategories } from '@/shared/tags/useCategories';
import { Segmented } from '@/shared/ui/Field';
import { SkeletonList } from '@/shared/ui/States';
import { conditionFor } from './search/conditions';

interface ViewTagsProps {
  tags: readonly TagCount[] | undefined;
  onCondition: (condition: string) => void;
}

const SHOWN = 300;

/** The tags of what is in view with their counts; each is a door: click to search it, minus to leave it out. */
export function ViewTags({ tags, onCondition }: ViewTagsProps) {
  const t = useText();
  const format = useFormat();
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<'count' | 'name'>('count');
  const wanted = filter.trim().toLowerCase().replaceAll(' ', '_');
  const fitting = (tags ?? []).filter((entry) => entry.tag.includes(wanted));
  const shown = (order === 'name' ? fitting.toSorted((a, b) => a.tag.localeCompare(b.tag)) : fitting).slice(0, SHOWN);
  const category = useCategories(shown.map((entry) => entry.tag));
  return (
    <section className="side view-tags" aria-label={t.viewTags.title}>
      <div className="side-head">
        <h2 className="minor grow">{t.viewTags.title}</h2>
        <Segmented
          label={t.grid.sort}
          value={order}
          onChange={setOrder}
          options={[
            { value: 'count', label: '#' },
            { value: 'name', label: 'A' },
          ]}
        />
      </div>
      <input
        className="input"
        type="search"
        aria-label={t.viewTags.filter}
        placeholder={t.viewTags.filter}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {tags === undefined ? (
        <SkeletonList rows={12} height={16} />
      ) : shown.length === 0 ? (
        <p className="soft">{t.viewTags.empty}</p>
      ) : (
        <ul className="tag-counts">
          {shown.map((entry) => {
            const Icon = categoryIcons[category(entry.tag)];
            return (
              <li key={entry.tag} className={categoryClass(category(entry.tag))}>
                <button
                  type="button"
                  className="tag-count"
                  title={t.viewTags.add(showTag(entry.tag))}
                  onClick={() => onCondition(conditionFor(entry.tag))}
                >
                  <Icon size={12} aria-label={t.categories[category(entry.tag)]} />
                  <span className="grow truncate">{showTag(entry.tag)}</span>
                  <span className="num faint">{format.count(entry.count)}</span>
                </button>
                <button
                  type="button"
                  className="tag-exclude"
                  aria-label={t.viewTags.exclude(showTag(entry.tag))}
                  title={t.viewTags.exclude(showTag(entry.tag))}
                  onClick={() => onCondition(`-${conditionFor(entry.tag)}`)}
                >
                  <Minus size={12} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
