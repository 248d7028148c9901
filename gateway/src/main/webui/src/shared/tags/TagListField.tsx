import { X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { TagInput } from './TagInput';
import { categoryClass, showTag, splitTags } from './categories';
import { useCategories } from './useCategories';

/** Longer lists are edited as text. */
const MOST_CHIPS = 300;

interface TagListFieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  tags: readonly string[];
  onChange: (tags: readonly string[]) => void;
}

/** A list of tags: typed one by one with suggestions, or edited as one text. */
export function TagListField({ label, hint, error, tags, onChange }: TagListFieldProps) {
  const t = useText().tags;
  const [text, setText] = useState<string | null>(tags.length > MOST_CHIPS ? tags.join(', ') : null);
  if (text !== null) {
    return (
      <Field label={label} hint={hint} error={error}>
        {(input) => (
          <>
            <textarea
              {...input}
              className="textarea"
              rows={6}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                onChange(splitTags(event.target.value));
              }}
            />
            {tags.length <= MOST_CHIPS && (
              <Button small variant="quiet" onClick={() => setText(null)}>
                {t.asChips}
              </Button>
            )}
          </>
        )}
      </Field>
    );
  }
  const add = (more: readonly string[]) => onChange([...new Set([...tags, ...more])]);
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="label">{label}</span>
      <TagInput
        label={t.addToList}
        onAdd={(tag) => {
          add([tag]);
          return !tags.includes(tag);
        }}
        onAddAll={add}
        onKeep={(typed, instead) =>
          instead === null ? add([typed]) : onChange(tags.map((tag) => (tag === instead ? typed : tag)))
        }
      />
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
      <Chips tags={tags} onRemove={(gone) => onChange(tags.filter((tag) => tag !== gone))} />
      <Button small variant="quiet" onClick={() => setText(tags.join(', '))}>
        {t.asText}
      </Button>
    </div>
  );
}

function Chips({ tags, onRemove }: { tags: readonly string[]; onRemove: (tag: string) => void }) {
  const t = useText().tags;
  const category = useCategories(tags);
  if (tags.length === 0) return <p className="hint">{t.emptyList}</p>;
  return (
    <ul className="chips tag-list-chips">
      {tags.map((tag) => (
        <li key={tag} className={`chip ${categoryClass(category(tag))}`}>
          <span className="truncate">{showTag(tag)}</span>
          <button type="button" aria-label={t.removeFromList(showTag(tag))} onClick={() => onRemove(tag)}>
            <X size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
