import { X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '@/shared/i18n';

interface ConditionChipProps {
  condition: string;
  onChange: (next: string) => void;
  onNegate: () => void;
  onRemove: () => void;
}

/** One condition: a click edits it in place, Ctrl-click turns it around. */
export function ConditionChip({ condition, onChange, onNegate, onRemove }: ConditionChipProps) {
  const t = useText();
  const [text, setText] = useState<string | null>(null);
  if (text !== null) {
    const done = () => {
      setText(null);
      if (text.trim() !== condition) onChange(text);
    };
    return (
      <input
        className="condition-edit"
        aria-label={t.search.edit(condition)}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to edit this chip
        autoFocus
        size={Math.max(6, text.length)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') done();
          if (event.key === 'Escape') {
            event.stopPropagation();
            setText(null);
          }
        }}
      />
    );
  }
  return (
    <span className={`condition${condition.startsWith('-') ? ' negated' : ''}`}>
      <button
        type="button"
        className="condition-text"
        title={t.search.chipHint}
        aria-label={t.search.edit(condition)}
        onClick={(event) => (event.ctrlKey || event.metaKey ? onNegate() : setText(condition))}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
          if (event.key === '-') onNegate();
        }}
      >
        {condition}
      </button>
      <button type="button" className="condition-x" aria-label={t.search.remove(condition)} onClick={onRemove}>
        <X size={12} />
      </button>
    </span>
  );
}
