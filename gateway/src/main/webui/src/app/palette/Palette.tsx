import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useLanguage, useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { showTag } from '@/shared/tags/categories';
import { useSuggestions } from '@/shared/tags/useSuggestions';
import { filterEntries, pageEntries, type PaletteEntry } from './entries';
import './palette.css';

interface PaletteProps {
  onClose: () => void;
  onHelp: () => void;
  onJobs: () => void;
  onTheme: () => void;
}

/** ⌘K: one field for pages, datasets, tags and actions. */
export function Palette({ onClose, onHelp, onJobs, onTheme }: PaletteProps) {
  const t = useText();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const entries = useEntries(query, { onHelp, onJobs, onTheme });
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    if (entry.to) void navigate(entry.to);
    entry.run?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setIndex(Math.min(entries.length - 1, index + 1));
    else if (event.key === 'ArrowUp') setIndex(Math.max(0, index - 1));
    else if (event.key === 'Enter') choose(entries[index]);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={t.palette.title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className="palette-field">
        <Search size={17} aria-hidden />
        <input
          role="combobox"
          aria-label={t.palette.title}
          aria-expanded={entries.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={entries[index] ? `palette-${index}` : undefined}
          placeholder={t.palette.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul ref={list} id="palette-list" role="listbox" aria-label={t.palette.title}>
        {entries.map((entry, at) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the focus stays in the field, its keys choose
          <li
            key={entry.id}
            id={`palette-${at}`}
            role="option"
            aria-selected={at === index}
            onClick={() => choose(entry)}
          >
            <span className="grow truncate">{entry.label}</span>
            {entry.hint && <span className="faint">{entry.hint}</span>}
            <span className="badge">{entry.group}</span>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="palette-nothing">{t.palette.nothing}</p>}
    </dialog>
  );
}

function useEntries(query: string, on: Pick<PaletteProps, 'onHelp' | 'onJobs' | 'onTheme'>): PaletteEntry[] {
  const t = useText();
  const format = useFormat();
  const [language, setLanguage] = useLanguage();
  const datasets = useQuery({
    queryKey: keys.datasets(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/datasets', { params: { query: { limit: 200 } }, signal })),
  });
  const suggestions = useSuggestions(query, query.length > 1);
  const group = t.palette.actions;
  const fixed: PaletteEntry[] = [
    ...(datasets.data ?? []).map((dataset) => ({
      id: `dataset-${dataset.id}`,
      group: t.palette.datasets,
      label: dataset.name,
      hint: t.datasets.imagesCount(format.count(dataset.total_images), dataset.total_images),
      to: `/dataset/${dataset.id}`,
    })),
    ...pageEntries(t),
    { id: 'theme', group, label: t.palette.switchTheme, run: on.onTheme },
    { id: 'language', group, label: t.palette.switchLanguage, run: () => setLanguage(language === 'en' ? 'ja' : 'en') },
    { id: 'jobs', group, label: t.palette.showJobs, run: on.onJobs },
    { id: 'help', group, label: t.palette.showHelp, run: on.onHelp },
  ];
  const tags = query.length > 1 ? (suggestions.data ?? []).slice(0, 6) : [];
  return [
    ...filterEntries(fixed, query),
    ...tags.map((tag) => ({
      id: `tag-${tag.tag}`,
      group: t.palette.tags,
      label: showTag(tag.tag),
      hint: format.compact(tag.count),
      to: `/dataset/tags/dictionary?q=${encodeURIComponent(tag.tag)}`,
    })),
  ];
}
