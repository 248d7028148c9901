import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { showTag } from './categories';
import type { TypedNote } from './useTypedTags';

interface TypedNotesProps {
  notes: readonly TypedNote[];
  onAdd: (tag: string) => void;
  onKeep: ((typed: string, instead: string | null) => void) | undefined;
  onDone: () => void;
}

/** What was taken instead of a typed name, with the way back; or the question which of several tags it means. */
export function TypedNotes({ notes, onAdd, onKeep, onDone }: TypedNotesProps) {
  const t = useText().tags;
  const done = (act: () => void) => () => {
    act();
    onDone();
  };
  return (
    <div role="status">
      {notes.map((note) =>
        note.candidates.length > 0 ? (
          <p key={note.typed} className="typed-note">
            <span>{t.ambiguous(showTag(note.typed))}</span>
            {note.candidates.map((tag) => (
              <Button key={tag} small onClick={done(() => onAdd(tag))}>
                {showTag(tag)}
              </Button>
            ))}
            <Button small variant="quiet" onClick={done(() => onAdd(note.typed))}>
              {t.asTyped(showTag(note.typed))}
            </Button>
          </p>
        ) : (
          <p key={note.typed} className="typed-note">
            <span>{t.meant(showTag(note.typed), showTag(note.tag))}</span>
            {onKeep ? (
              <Button small onClick={done(() => onKeep(note.typed, note.added ? note.tag : null))}>
                {t.keepTyped(showTag(note.typed))}
              </Button>
            ) : (
              <span className="faint">{t.keepByKey}</span>
            )}
          </p>
        ),
      )}
    </div>
  );
}
