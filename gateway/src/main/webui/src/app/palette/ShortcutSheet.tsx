import { useState } from 'react';
import { useText } from '@/shared/i18n';
import {
  actionIds,
  defaultBindings,
  isReserved,
  keyName,
  showKey,
  useBindings,
  type ActionId,
  type KeyGroup,
} from '@/shared/keys/bindings';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import './palette.css';

const groups: readonly KeyGroup[] = ['everywhere', 'grid', 'item'];

/** `?`: every key, and a click on one changes it. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { isChanged, reset } = useBindings();
  const [waiting, setWaiting] = useState<ActionId | null>(null);
  const popup: [string, string[]][] = [
    [t.keys.popupMove, ['ArrowUp', 'ArrowDown']],
    [t.keys.popupComplete, ['Tab']],
    [t.keys.popupAdd, ['Enter']],
    [t.keys.popupFirst, ['mod+Enter']],
    [t.keys.popupRaw, ['Alt+Enter']],
  ];
  return (
    <Dialog
      wide
      title={t.keys.title}
      onClose={onClose}
      footer={isChanged && <Button onClick={reset}>{t.keys.reset}</Button>}
    >
      <div className="shortcuts">
        {groups.map((group) => (
          <section key={group} className="stack">
            <h3>{t.keys[group]}</h3>
            <ul>
              {actionIds
                .filter((action) => defaultBindings[action].group === group)
                .map((action) => (
                  <li key={action}>
                    <span>{t.keys.actions[action]}</span>
                    <KeyButton
                      action={action}
                      waiting={waiting === action}
                      onWait={(on) => setWaiting(on ? action : null)}
                    />
                  </li>
                ))}
            </ul>
          </section>
        ))}
        <section className="stack">
          <h3>{t.keys.popup}</h3>
          <ul>
            {popup.map(([label, shown]) => (
              <li key={label}>
                <span>{label}</span>
                <span className="row">
                  {shown.map((key) => (
                    <kbd key={key} className="kbd">
                      {showKey(key)}
                    </kbd>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

function KeyButton({ action, waiting, onWait }: { action: ActionId; waiting: boolean; onWait: (on: boolean) => void }) {
  const t = useText();
  const { keysOf, rebind } = useBindings();
  const [refused, setRefused] = useState(false);
  return (
    <button
      type="button"
      className="key-button"
      aria-label={t.keys.change(t.keys.actions[action])}
      onClick={() => onWait(!waiting)}
      onBlur={() => onWait(false)}
      onKeyDown={(event) => {
        if (!waiting || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        const key = keyName(event);
        setRefused(isReserved(key));
        if (isReserved(key)) return;
        rebind(action, key);
        onWait(false);
      }}
    >
      {waiting ? (
        <span className="badge accent">{refused ? t.keys.reserved : t.keys.press}</span>
      ) : (
        keysOf(action).map((key) => (
          <kbd key={key} className="kbd">
            {showKey(key)}
          </kbd>
        ))
      )}
    </button>
  );
}
