import type { Catalogue } from '@/shared/i18n';

export interface PaletteEntry {
  id: string;
  group: string;
  label: string;
  hint?: string;
  to?: string;
  run?: () => void;
}

/** The pages that the palette can go to, in the words of the chosen language. */
export function pageEntries(t: Catalogue): PaletteEntry[] {
  const page = (to: string, label: string): PaletteEntry => ({ id: to, group: t.palette.pages, label, to });
  return [
    page('/dataset', t.datasets.title),
    page('/dataset/new', t.datasets.new),
    page('/dataset/tags/dictionary', t.dictionary.title),
    page('/dataset/tags', t.groups.title),
    page('/dataset/tags/aliases', t.aliases.title),
    page('/dataset/tags/implications', t.implications.title),
    page('/dataset/tags/review', t.review.title),
    page('/dataset/tags/vocabularies', t.vocabularies.title),
    page('/dataset/tags/operations', t.operations.title),
    page('/dataset/tags/stats', t.stats.title),
    page('/tagger/models', t.tagger.title),
    page('/training', t.training.title),
    page('/system', t.system.title),
  ];
}

/** Entries whose label holds every word of the query; those that begin with it come first. */
export function filterEntries(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = entries.filter((entry) =>
    words.every((word) => `${entry.label} ${entry.hint ?? ''}`.toLowerCase().includes(word)),
  );
  const begins = (entry: PaletteEntry) => (entry.label.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  return fits.sort((a, b) => begins(a) - begins(b));
}
