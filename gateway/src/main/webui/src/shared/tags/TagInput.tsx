import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { TagSuggestion } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { SuggestionList } from './SuggestionList';
import { TypedNotes } from './TypedNotes';
import { canonicalTag, splitTags } from './categories';
import { tellPick, useSuggestions } from './useSuggestions';
import { useTypedTags, type TagTaker } from './useTypedTags';

/** Takes canonical tags: chosen suggestions, what typed names stand for, or what was typed. */
interface TagInputProps extends TagTaker {
  label: string;
  placeholder?: string;
  /** Puts a name as it was typed where its tag was taken; null when the tag was there already. */
  onKeep?: (typed: string, instead: string | null) => void;
  onEscape?: () => void;
  counts?: ReadonlyMap<string, number>;
  up?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A text field for one tag with the suggestion popup below it. The one place where a tag is typed. */
export function TagInput({
  label,
  placeholder,
  onAdd,
  onAddAll,
  onKeep,
  onEscape,
  counts,
  up,
  inputRef,
}: TagInputProps) {
  const t = useText();
  const listId = useId();
  const [text, setText] = useState('');
  const queries = useQueryClient();
  const popup = useSuggestionPopup(text);
  const take = (tag: string) => {
    tellPick(queries, tag);
    return onAdd(tag);
  };
  const byHand = useTypedTags({ onAdd: take, onAddAll });
  const names = () => (onAddAll ? splitTags(text) : [canonicalTag(text)].filter(Boolean));
  const clear = () => {
    setText('');
    popup.close();
  };
  const add = (tag: string) => {
    take(tag);
    clear();
  };
  const addAsTyped = () => {
    const all = names();
    if (onAddAll && all.length > 1) onAddAll(all);
    else all.forEach(take);
    clear();
  };
  /** What is typed and is a tag, as the popup knows, need not be asked about. */
  const addTyped = () => {
    const all = names();
    if (all.length === 1 && popup.suggestions.some((suggestion) => suggestion.tag === all[0])) addAsTyped();
    else if (all.length > 0) byHand.typed(all);
    clear();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (popup.composing(event)) return;
    if (popup.onKeyDown(event)) return;
    switch (event.key) {
      case 'Enter':
        event.preventDefault();
        if (event.altKey) addAsTyped();
        else {
          const chosen = event.ctrlKey || event.metaKey ? popup.suggestions[0] : popup.chosen;
          if (chosen) add(chosen.tag);
          else addTyped();
        }
        break;
      case 'Tab':
        if (!popup.open || event.shiftKey) return;
        event.preventDefault();
        setText((popup.chosen ?? popup.suggestions[0])?.tag ?? text);
        break;
      case 'Escape':
        event.stopPropagation();
        if (text === '') onEscape?.();
        setText('');
        break;
      default:
    }
  };
  return (
    <div className="suggest">
      <input
        ref={inputRef}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={popup.open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={popup.open && popup.chosen ? `${listId}-${popup.index}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder ?? t.tags.addPlaceholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          byHand.forget();
          popup.show();
        }}
        onKeyDown={onKeyDown}
        onBlur={popup.close}
      />
      {popup.open && (
        <SuggestionList
          id={listId}
          suggestions={popup.suggestions}
          index={popup.index}
          counts={counts}
          up={up}
          keys={t.tags.keysTyping}
          onChoose={(suggestion) => add(suggestion.tag)}
        />
      )}
      <TypedNotes notes={byHand.notes} onAdd={add} onKeep={onKeep} onDone={byHand.forget} />
    </div>
  );
}

/** The state of a suggestion popup: which suggestion is chosen, and the keys that move the choice. */
export function useSuggestionPopup(text: string) {
  const [shown, setShown] = useState(false);
  const [index, setIndex] = useState(-1);
  const lastComposition = useRef(0);
  const query = useSuggestions(text, shown);
  const suggestions: readonly TagSuggestion[] = shown && text.trim() !== '' ? (query.data ?? []) : [];
  const open = suggestions.length > 0;

  return {
    open,
    suggestions,
    index,
    chosen: open ? suggestions[index] : undefined,
    show: () => {
      setShown(true);
      setIndex(-1);
    },
    close: () => {
      setShown(false);
      setIndex(-1);
    },
    /** True while an input method composes: its Enter, Tab and arrows are not ours. Safari ends composing before the key. */
    composing: (event: KeyboardEvent) => {
      const native = event.nativeEvent;
      if (native.isComposing || native.keyCode === 229) {
        lastComposition.current = native.timeStamp;
        return true;
      }
      return event.key === 'Enter' && native.timeStamp - lastComposition.current < 30 && lastComposition.current > 0;
    },
    /** Handles the keys that only move or close the popup; true when it did. */
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (!open) return false;
      const last = suggestions.length - 1;
      const moves: Record<string, number> = {
        ArrowDown: index >= last ? 0 : index + 1,
        ArrowUp: index <= 0 ? last : index - 1,
        PageDown: Math.min(last, index + 5),
        PageUp: Math.max(0, index - 5),
      };
      const next = moves[event.key];
      if (next !== undefined) setIndex(next);
      else if (event.key === 'Escape') setShown(false);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
