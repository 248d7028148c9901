import { useEffect } from 'react';
import type { TagSuggestion } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { categoryClass, categoryIcons, categoryOf, showTag } from './categories';
import { usePlaceInDialog } from './usePlaceInDialog';

interface SuggestionListProps {
  id: string;
  suggestions: readonly TagSuggestion[];
  index: number;
  /** How often each tag stands in the dataset at hand. */
  counts?: ReadonlyMap<string, number> | undefined;
  up?: boolean | undefined;
  /** What the keys do, where they do more than choose. */
  keys?: string;
  onChoose: (suggestion: TagSuggestion) => void;
}

export function SuggestionList({ id, suggestions, index, counts, up, keys, onChoose }: SuggestionListProps) {
  const t = useText();
  const format = useFormat();
  const ref = usePlaceInDialog();
  useEffect(() => {
    ref.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [index, ref]);
  return (
    <div className={up ? 'suggest-list up' : 'suggest-list'} ref={ref}>
      <div role="listbox" id={id} aria-label={t.tags.suggestions}>
        {suggestions.map((suggestion, at) => {
          const Icon = categoryIcons[categoryOf(suggestion.category)];
          const here = counts?.get(suggestion.tag);
          return (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the focus stays in the field, its keys choose
            <div
              key={suggestion.tag}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === index}
              className={categoryClass(suggestion.category)}
              // Keeps the focus (and so the popup) in the text field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(suggestion)}
            >
              <Icon size={14} aria-label={t.categories[categoryOf(suggestion.category)]} />
              <span className="truncate">
                <span className="name">{showTag(suggestion.tag)}</span>
                {suggestion.translation && suggestion.translation !== suggestion.matched_alias && (
                  <span className="alias">{suggestion.translation}</span>
                )}
                {suggestion.matched_alias && <span className="alias">← {showTag(suggestion.matched_alias)}</span>}
              </span>
              {told(suggestion.reason) && <span className="reason">{t.tags.reasons[suggestion.reason]}</span>}
              <span className="count" title={t.tags.countTitle}>
                {here !== undefined && here > 0 ? `${t.tags.here(format.count(here))} · ` : ''}
                {format.compact(suggestion.count)}
              </span>
            </div>
          );
        })}
      </div>
      <div className="suggest-keys" aria-hidden="true">
        <span>{keys ?? t.tags.keys}</span>
      </div>
    </div>
  );
}

/** Reasons that one does not see by looking at the tag. */
function told(reason: TagSuggestion['reason']): boolean {
  return ['typo', 'abbreviation', 'inside', 'words', 'meaning'].includes(reason);
}
