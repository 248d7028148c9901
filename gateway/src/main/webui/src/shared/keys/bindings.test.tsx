import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { actionIds, defaultBindings, isReserved, keyName } from './bindings';
import { useShortcuts } from './useShortcuts';

describe('default bindings', () => {
  it.each(actionIds.filter((action) => action !== 'palette'))('%s takes nothing that a browser reserves', (action) => {
    expect(defaultBindings[action].keys.filter(isReserved)).toEqual([]);
  });

  it('have no key twice in one place', () => {
    for (const group of ['grid', 'item'] as const) {
      const taken = actionIds
        .filter((action) => defaultBindings[action].group === group)
        .flatMap((action) => [...defaultBindings[action].keys]);
      expect(new Set(taken).size).toBe(taken.length);
    }
  });
});

describe('keyName', () => {
  it.each([
    [{ key: 'A' }, 'a'],
    [{ key: '?' }, '?'],
    [{ key: 'z', ctrlKey: true }, 'mod+z'],
    [{ key: 'z', metaKey: true }, 'mod+z'],
    [{ key: 'ArrowLeft' }, 'ArrowLeft'],
  ])('%o → %s', (event, name) => {
    expect(keyName({ ctrlKey: false, metaKey: false, altKey: false, ...event })).toBe(name);
  });
});

describe('useShortcuts', () => {
  function Page({ onHelp, onInner }: { onHelp: () => void; onInner?: () => void }) {
    useShortcuts({ help: onHelp });
    return (
      <>
        <input aria-label="text" />
        {onInner && <Inner onHelp={onInner} />}
      </>
    );
  }
  function Inner({ onHelp }: { onHelp: () => void }) {
    useShortcuts({ undo: onHelp });
    return null;
  }

  it('fires outside text fields only', () => {
    const onHelp = vi.fn();
    render(<Page onHelp={onHelp} />);
    fireEvent.keyDown(screen.getByLabelText('text'), { key: '?' });
    expect(onHelp).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: '?' });
    expect(onHelp).toHaveBeenCalledOnce();
  });

  it('keeps still while a dialog is open', () => {
    const onHelp = vi.fn();
    render(<Page onHelp={onHelp} />);
    const dialog = document.createElement('dialog');
    dialog.open = true;
    document.body.append(dialog);
    fireEvent.keyDown(document.body, { key: '?' });
    dialog.remove();
    expect(onHelp).not.toHaveBeenCalled();
  });
});
