import { useEffect, useRef } from 'react';
import { keyName, keysOf, type ActionId } from './bindings';

type Handlers = Partial<Record<ActionId, (event: KeyboardEvent) => void>>;

const registrations: { current: Handlers }[] = [];
let listening = false;

/**
 * Binds actions to their keys while the component is mounted. The component mounted last wins a key that two want.
 * Nothing fires inside text fields (but the palette), nor while a modal dialog is open: it has its own keys.
 */
export function useShortcuts(handlers: Handlers, enabled = true): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (!enabled) return;
    listen();
    registrations.push(latest);
    return () => {
      registrations.splice(registrations.indexOf(latest), 1);
    };
  }, [enabled]);
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type);
}

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', onKeyDown);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  const name = keyName(event);
  const inText = isTextField(event.target);
  if (inText && name !== 'mod+k') return;
  // Space and Enter belong to the control that has the focus.
  if (
    (name === ' ' || name === 'Enter') &&
    event.target instanceof Element &&
    event.target.closest('button,a,[role=button]:not([data-cell])')
  )
    return;
  for (let i = registrations.length - 1; i >= 0; i--) {
    const handlers = registrations[i]?.current ?? {};
    for (const action of Object.keys(handlers) as ActionId[]) {
      if (!keysOf(action).includes(name)) continue;
      // A selected text is copied as text.
      if (name === 'mod+c' && !getSelection()?.isCollapsed) return;
      event.preventDefault();
      handlers[action]?.(event);
      return;
    }
  }
}
