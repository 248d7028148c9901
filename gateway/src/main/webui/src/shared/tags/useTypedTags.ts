import { useEffect, useRef, useState } from 'react';
import { meaningsOf, type Meaning } from './meaning';

/** What became of a typed name that is no tag of its own. */
export interface TypedNote extends Meaning {
  /** Whether the tag is there because of it; false when it was there before. */
  added: boolean;
}

export interface TagTaker {
  /** Takes one tag; false when it was there already. */
  onAdd: (tag: string) => unknown;
  /** Takes several at once, as a comma separates them; without it a comma is a character like others. */
  onAddAll?: ((tags: readonly string[]) => void) | undefined;
}

/**
 * Takes tags as they are typed by hand: other names become the tags that they stand for, with a note of it, and one that
 * stands for several is a question. One after the other, in the order in which they were typed.
 */
export function useTypedTags(taker: TagTaker) {
  const [notes, setNotes] = useState<readonly TypedNote[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(taker);
  useEffect(() => {
    latest.current = taker;
  });

  const take = (meanings: readonly Meaning[]) => {
    const clear = meanings.filter((meaning) => meaning.candidates.length === 0);
    const { onAdd, onAddAll } = latest.current;
    let added = true;
    if (onAddAll && clear.length > 1) onAddAll(clear.map((meaning) => meaning.tag));
    else for (const { tag } of clear) added = onAdd(tag) !== false && added;
    setNotes(
      meanings
        .filter((meaning) => meaning.candidates.length > 0 || meaning.tag !== meaning.typed)
        .map((meaning) => ({ ...meaning, added })),
    );
  };
  return {
    notes,
    forget: () => setNotes([]),
    /** @param names canonical */
    typed: (names: readonly string[]) => {
      queue.current = queue.current.then(async () => take(await meaningsOf(names)));
    },
  };
}
