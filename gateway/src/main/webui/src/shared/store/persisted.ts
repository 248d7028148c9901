import { useSyncExternalStore } from 'react';

/** A value that outlives the page: kept in localStorage, shared by all components and by all open tabs. */
export interface Persisted<T> {
  get(): T;
  set(next: T): void;
  subscribe(listener: () => void): () => void;
}

export function persisted<T>(key: string, fallback: T): Persisted<T> {
  const listeners = new Set<() => void>();
  let raw: string | null | undefined;
  let value = fallback;

  const read = (): T => {
    const now = storedText(key);
    if (now !== raw) {
      raw = now;
      value = parse(now, fallback);
    }
    return value;
  };
  const notify = () => listeners.forEach((listener) => listener());

  return {
    get: read,
    set(next) {
      const text = JSON.stringify(next);
      try {
        if (next === null) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
        raw = next === null ? null : text;
      } catch {
        raw = storedText(key); // full or forbidden: the value still holds until the page closes
      }
      value = next;
      notify();
    },
    subscribe(listener) {
      const onStorage = (event: StorageEvent) => event.key === key && listener();
      listeners.add(listener);
      window.addEventListener('storage', onStorage);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', onStorage);
      };
    },
  };
}

export function usePersisted<T>(store: Persisted<T>): [T, (next: T) => void] {
  return [useSyncExternalStore(store.subscribe, store.get), store.set];
}

function storedText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parse<T>(text: string | null, fallback: T): T {
  if (text === null) return fallback;
  try {
    return JSON.parse(text) as T;
  } catch {
    return fallback;
  }
}
