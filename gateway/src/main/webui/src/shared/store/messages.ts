import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  tone: 'info' | 'good' | 'bad';
  text: string;
  detail?: string | undefined;
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** Shows a short message. Bad news stays until it is closed; the rest leaves after a few seconds. */
export function toast(tone: Toast['tone'], text: string, detail?: string): void {
  const id = nextId++;
  replace([...toasts.slice(-3), { id, tone, text, detail }]);
  if (tone !== 'bad') setTimeout(() => dismissToast(id), 4500);
}

export function dismissToast(id: number): void {
  replace(toasts.filter((entry) => entry.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
