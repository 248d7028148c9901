import { useEffect, useState } from 'react';
import { useText } from '@/shared/i18n';
import { useShortcuts } from '@/shared/keys/useShortcuts';
import { CATEGORIES } from '@/shared/tags/categories';
import { useDebounced } from '@/shared/tags/useSuggestions';
import { Select } from '@/shared/ui/Field';
import { DEPRECATED, MATCHES, OFFICIAL, SORTS, SOURCES, type Filters } from './useDictionary';

interface DictionaryFiltersProps {
  filters: Filters;
  onChange: (part: Partial<Filters>) => void;
}

export function DictionaryFilters({ filters, onChange }: DictionaryFiltersProps) {
  const t = useText();
  const labels = t.dictionary;
  useShortcuts({ search: () => document.getElementById('dictionary-search')?.focus() });
  return (
    <div className="dictionary-filters" role="search" aria-label={labels.searchLabel}>
      <SearchField
        key={filters.search === '' ? 'empty' : 'text'}
        value={filters.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        aria-label={labels.match}
        value={filters.match}
        onChange={(match) => onChange({ match })}
        options={MATCHES.map((value) => ({ value, label: labels.matches[value] }))}
      />
      <Select
        aria-label={labels.category}
        value={filters.category}
        onChange={(category) => onChange({ category })}
        options={[
          { value: '', label: labels.allCategories },
          ...CATEGORIES.map((value) => ({ value: value as string, label: t.categories[value] })),
        ]}
      />
      <Select
        aria-label={labels.source}
        value={filters.source}
        onChange={(source) => onChange({ source })}
        options={SOURCES.map((value) => ({ value, label: labels.sources[value] }))}
      />
      <Select
        aria-label={labels.official}
        value={filters.official}
        onChange={(official) => onChange({ official })}
        options={OFFICIAL.map((value) => ({ value, label: labels.officials[value] }))}
      />
      <Select
        aria-label={labels.deprecated}
        value={filters.deprecated}
        onChange={(deprecated) => onChange({ deprecated })}
        options={DEPRECATED.map((value) => ({ value, label: labels.deprecateds[value] }))}
      />
      <Select
        aria-label={labels.sort}
        value={filters.sort}
        onChange={(sort) => onChange({ sort })}
        options={SORTS.map((value) => ({ value, label: labels.sorts[value] }))}
      />
    </div>
  );
}

/** Typing searches after a short rest; the address follows. */
function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText();
  const [text, setText] = useState(value);
  const settled = useDebounced(text, 180);
  useEffect(() => {
    if (settled !== value) onChange(settled);
    // Only what was typed drives the search; the address changing under it does not send the old text again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <input
      id="dictionary-search"
      className="input grow"
      type="search"
      aria-label={t.dictionary.searchLabel}
      placeholder={t.dictionary.searchPlaceholder}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
