import { persisted, usePersisted } from '@/shared/store/persisted';

/**
 * Every keyboard action with its default keys. Single letters act outside text fields only; "mod" is Ctrl, or ⌘ on a Mac,
 * and is kept for the few combinations that no browser reserves.
 */
export const defaultBindings = {
  palette: { group: 'everywhere', keys: ['mod+k'] },
  search: { group: 'everywhere', keys: ['/'] },
  help: { group: 'everywhere', keys: ['?'] },
  undo: { group: 'everywhere', keys: ['u', 'mod+z'] },
  jobs: { group: 'everywhere', keys: ['g'] },
  theme: { group: 'everywhere', keys: ['t'] },
  gridAutoTag: { group: 'grid', keys: ['m'] },
  gridExport: { group: 'grid', keys: ['e'] },
  gridAll: { group: 'grid', keys: ['mod+a'] },
  gridInvert: { group: 'grid', keys: ['i'] },
  gridToggle: { group: 'grid', keys: ['x', ' '] },
  gridOpen: { group: 'grid', keys: ['Enter'] },
  gridClear: { group: 'grid', keys: ['Escape'] },
  gridAddTag: { group: 'grid', keys: ['a'] },
  gridLeft: { group: 'grid', keys: ['ArrowLeft', 'h'] },
  gridRight: { group: 'grid', keys: ['ArrowRight', 'l'] },
  gridUp: { group: 'grid', keys: ['ArrowUp', 'k'] },
  gridDown: { group: 'grid', keys: ['ArrowDown', 'j'] },
  gridFirst: { group: 'grid', keys: ['Home'] },
  gridLast: { group: 'grid', keys: ['End'] },
  itemPrevious: { group: 'item', keys: ['ArrowLeft', 'k'] },
  itemNext: { group: 'item', keys: ['ArrowRight', 'j'] },
  itemAddTag: { group: 'item', keys: ['a'] },
  itemCopy: { group: 'item', keys: ['c', 'mod+c'] },
  itemPaste: { group: 'item', keys: ['v', 'mod+v'] },
  itemSort: { group: 'item', keys: ['s'] },
  itemRedo: { group: 'item', keys: ['mod+y'] },
  itemFit: { group: 'item', keys: ['f'] },
  itemClose: { group: 'item', keys: ['Escape', 'q'] },
} as const satisfies Record<string, { group: KeyGroup; keys: readonly string[] }>;

export type KeyGroup = 'everywhere' | 'grid' | 'item';
export type ActionId = keyof typeof defaultBindings;

export const actionIds = Object.keys(defaultBindings) as ActionId[];

const changed = persisted<Partial<Record<ActionId, string[]>>>('fuda.keys', {});

export function keysOf(action: ActionId): readonly string[] {
  return changed.get()[action] ?? defaultBindings[action].keys;
}

export function useBindings() {
  const [own, set] = usePersisted(changed);
  return {
    keysOf: (action: ActionId): readonly string[] => own[action] ?? defaultBindings[action].keys,
    rebind: (action: ActionId, key: string) => set({ ...own, [action]: [key] }),
    reset: () => set({}),
    isChanged: Object.keys(own).length > 0,
  };
}

/** The name of a pressed key as it stands in a binding: "a", "?", "ArrowLeft", "mod+z". */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`;
}

const RESERVED = 'abcdefghijklmnopqrstuvwxyz0123456789'
  .split('')
  .filter((key) => !'zyack'.includes(key) && key !== 'v')
  .map((key) => `mod+${key}`);

/** True for combinations that a browser or the system keeps for itself, or that no page should take. */
export function isReserved(key: string): boolean {
  return RESERVED.includes(key) || key.startsWith('alt+') || /^F\d+$/.test(key) || key === 'Tab';
}

const symbols: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Enter: '↵',
  ' ': 'Space',
};

export function showKey(key: string): string {
  const mac = navigator.platform.startsWith('Mac');
  const parts = key.split('+').map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl';
    return symbols[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
  return parts.join(mac ? '' : ' ');
}
