import { Redo2, Undo2, X } from 'lucide-react';
import { Link } from 'react-router';
import { useText } from '@/shared/i18n';
import { keysOf, showKey } from '@/shared/keys/bindings';
import { useUndoBar } from '@/shared/undo/undo';
import { Button, IconButton } from '@/shared/ui/Button';

/** Names the last change and offers the way back. It never times out and is still there after a reload. */
export function UndoBar() {
  const t = useText();
  const { entry, undo, dismiss, busy } = useUndoBar();
  if (!entry) return null;
  return (
    <section className="undo-bar" aria-label={t.undo.label}>
      <span className="truncate" role="status">
        {entry.undone ? t.undo.undone(entry.text) : entry.text}
      </span>
      <Button small disabled={busy} icon={entry.undone ? <Redo2 size={14} /> : <Undo2 size={14} />} onClick={undo}>
        {entry.undone ? t.undo.redo : t.undo.undo}
        <kbd className="kbd">{showKey(keysOf('undo')[0] ?? '')}</kbd>
      </Button>
      <Link to={`/dataset/${entry.datasetId}/history`}>{t.undo.history}</Link>
      <IconButton small label={t.undo.dismiss} icon={<X size={14} />} onClick={dismiss} />
    </section>
  );
}
