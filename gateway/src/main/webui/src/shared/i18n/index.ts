import { persisted, usePersisted } from '@/shared/store/persisted';
import { type Catalogue, en } from './en';
import { ja } from './ja';

export type Language = 'en' | 'ja';
export type { Catalogue };

const catalogues: Record<Language, Catalogue> = { en, ja };
const store = persisted<Language>('fuda.language', navigator.language.startsWith('ja') ? 'ja' : 'en');

export function useLanguage(): [Language, (next: Language) => void] {
  const [language, set] = usePersisted(store);
  return [
    language,
    (next) => {
      document.documentElement.lang = next;
      set(next);
    },
  ];
}

/** The message catalogue of the chosen language. Messages with values are functions. */
export function useText(): Catalogue {
  return catalogues[usePersisted(store)[0]];
}

/** The catalogue for code outside components (toasts of a mutation, live events). */
export function currentText(): Catalogue {
  return catalogues[store.get()];
}

export function currentLanguage(): Language {
  return store.get();
}
