import { useEffect } from 'react';
import { persisted, usePersisted } from '@/shared/store/persisted';

export type Theme = 'dark' | 'light' | 'system';

const store = persisted<Theme>('fuda.theme', 'dark');

export function useTheme(): [Theme, (next: Theme) => void] {
  return usePersisted(store);
}

/** Keeps the root element's data-theme in step with the choice and, for "system", with the system. */
export function useThemeOnRoot(): void {
  const [theme] = useTheme();
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: light)');
    const apply = () => {
      const light = theme === 'light' || (theme === 'system' && system.matches);
      document.documentElement.dataset['theme'] = light ? 'light' : 'dark';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
}
