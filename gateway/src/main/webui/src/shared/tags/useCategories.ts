import { useEffect, useSyncExternalStore } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { categoryOf, type Category } from './categories';

const BATCH_WAIT_MS = 25;
const BATCH_LIMIT = 2000;

/**
 * Tag name → category, asked from the dictionary once per name and page visit. Chips on one screen ask together, in one
 * request; until the answer comes (or when the dictionary is away) a tag is simply "unknown".
 */
class CategoryBook {
  private readonly known = new Map<string, Category | 'unknown'>();
  private readonly wanted = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private version = 0;

  want(names: readonly string[]): void {
    for (const name of names) if (!this.known.has(name)) this.wanted.add(name);
    if (this.wanted.size > 0) this.timer ??= setTimeout(() => void this.ask(), BATCH_WAIT_MS);
  }

  get(name: string): Category | 'unknown' {
    return this.known.get(name) ?? 'unknown';
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = () => this.version;

  private async ask(): Promise<void> {
    this.timer = undefined;
    const names = [...this.wanted].slice(0, BATCH_LIMIT);
    names.forEach((name) => this.wanted.delete(name));
    try {
      const { results } = await unwrap(client.POST('/api/tag-dictionary/resolve', { body: { names } }));
      for (const result of results) this.known.set(result.name, categoryOf(result.category));
      for (const name of names) if (!this.known.has(name)) this.known.set(name, 'unknown');
      this.version += 1;
      this.listeners.forEach((listener) => listener());
    } catch {
      // Colours are a help, not the content: the next screen asks again.
    }
    if (this.wanted.size > 0) this.want([]);
  }
}

const book = new CategoryBook();

/** Gives the category of any of the names; re-renders when answers arrive. */
export function useCategories(names: readonly string[]): (name: string) => Category | 'unknown' {
  useSyncExternalStore(book.subscribe, book.snapshot);
  const joined = names.join(',');
  useEffect(() => book.want(joined === '' ? [] : joined.split(',')), [joined]);
  return (name) => book.get(name);
}
