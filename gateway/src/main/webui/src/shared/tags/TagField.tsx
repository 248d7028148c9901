import { useId, type ComponentProps, type KeyboardEvent } from 'react';
import { SuggestionList } from './SuggestionList';
import { useSuggestionPopup } from './TagInput';

interface TagFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
}

/** A form's field that holds one tag, with the suggestion popup; what is typed may be something else as well. */
export function TagField({ value, onChange, ...input }: TagFieldProps) {
  const listId = useId();
  const popup = useSuggestionPopup(value);
  const choose = (tag: string) => {
    onChange(tag);
    popup.close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (popup.composing(event) || popup.onKeyDown(event) || !popup.chosen) return;
    if (event.key === 'Enter') {
      // Chooses; the next Enter sends the form.
      event.preventDefault();
      choose(popup.chosen.tag);
    } else if (event.key === 'Tab' && !event.shiftKey) choose(popup.chosen.tag);
  };
  return (
    <div className="suggest">
      <input
        {...input}
        className="input"
        role="combobox"
        aria-expanded={popup.open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={popup.chosen ? `${listId}-${popup.index}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
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
          onChoose={(suggestion) => choose(suggestion.tag)}
        />
      )}
    </div>
  );
}
