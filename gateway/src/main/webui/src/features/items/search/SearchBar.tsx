import { CircleHelp, Search, X } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { DatasetId } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { useShortcuts } from '@/shared/keys/useShortcuts';
import { SuggestionList } from '@/shared/tags/SuggestionList';
import { useSuggestionPopup } from '@/shared/tags/TagInput';
import { IconButton } from '@/shared/ui/Button';
import { ConditionChip } from './ConditionChip';
import { SearchError } from './SearchError';
import { SearchHelp } from './SearchHelp';
import { completeWith, joinConditions, negated, splitConditions, tagInProgress } from './conditions';
import { searchProblem, useMatchCount } from './useMatchCount';
import './search.css';

interface SearchBarProps {
  dataset: DatasetId;
  search: string;
  counts: ReadonlyMap<string, number>;
  enabled: boolean;
  onSearch: (search: string) => void;
}

/** The search of a dataset as chips, with the number of matches while it is typed. */
export function SearchBar({ dataset, search, counts, enabled, onSearch }: SearchBarProps) {
  const t = useText();
  const format = useFormat();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState('');
  const [help, setHelp] = useState(false);
  const conditions = splitConditions(search);
  const typed = joinConditions([...conditions, draft]);
  const popup = useSuggestionPopup(tagInProgress(draft));
  const count = useMatchCount(dataset, typed);
  const problem = searchProblem(count.error, typed);

  useShortcuts({ search: () => field.current?.focus() }, enabled);

  const commit = (condition: string) => {
    if (condition.trim() !== '') onSearch(joinConditions([...conditions, condition]));
    setDraft('');
    popup.close();
  };
  const replace = (at: number, next: string | null) =>
    onSearch(joinConditions(conditions.flatMap((condition, index) => (index === at ? (next ?? '') : condition))));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (popup.composing(event) || popup.onKeyDown(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit(popup.chosen ? completeWith(draft, popup.chosen.tag) : draft);
    } else if (event.key === 'Tab' && popup.open && !event.shiftKey) {
      event.preventDefault();
      setDraft(completeWith(draft, (popup.chosen ?? popup.suggestions[0])?.tag ?? ''));
    } else if (event.key === 'Backspace' && draft === '' && conditions.length > 0) {
      event.preventDefault();
      setDraft(conditions.at(-1) ?? '');
      replace(conditions.length - 1, null);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (draft === '') field.current?.blur();
      setDraft('');
    }
  };

  return (
    <search className="search-bar" aria-label={t.search.label}>
      <div className={`search-field${problem ? ' wrong' : ''}`}>
        <Search size={15} aria-hidden className="faint" />
        {conditions.map((condition, index) => (
          <ConditionChip
            key={`${index}-${condition}`}
            condition={condition}
            onChange={(next) => replace(index, next)}
            onNegate={() => replace(index, negated(condition))}
            onRemove={() => replace(index, null)}
          />
        ))}
        <div className="suggest grow">
          <input
            ref={field}
            role="combobox"
            aria-label={t.search.label}
            aria-expanded={popup.open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={popup.chosen ? `${listId}-${popup.index}` : undefined}
            aria-invalid={Boolean(problem)}
            autoComplete="off"
            spellCheck={false}
            placeholder={conditions.length === 0 ? t.search.example : t.search.placeholder}
            value={draft}
            onChange={(event) => {
              const text = event.target.value;
              // A comma ends a condition, as in the text that the address carries.
              if (text.endsWith(',') && splitConditions(text).length > 0 && splitConditions(`${text}x`).length > 1)
                commit(text.slice(0, -1));
              else {
                setDraft(text);
                popup.show();
              }
            }}
            onKeyDown={onKeyDown}
            onBlur={popup.close}
          />
          {popup.open && (
            <SuggestionList
              id={listId}
              suggestions={popup.suggestions}
              index={popup.index}
              counts={counts}
              onChoose={(suggestion) => commit(completeWith(draft, suggestion.tag))}
            />
          )}
        </div>
        <span className="num soft matched" role="status">
          {count.data && !problem && t.search.matched(format.count(count.data.matched), format.count(count.data.total))}
        </span>
        {conditions.length > 0 && (
          <IconButton small label={t.search.clear} icon={<X size={14} />} onClick={() => onSearch('')} />
        )}
        <IconButton
          small
          label={t.search.helpTitle}
          icon={<CircleHelp size={14} />}
          aria-expanded={help}
          onClick={() => setHelp(!help)}
        />
      </div>
      {problem && <SearchError problem={problem} />}
      {help && <SearchHelp onTry={commit} />}
    </search>
  );
}
