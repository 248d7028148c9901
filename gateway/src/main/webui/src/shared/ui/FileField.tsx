import { Field } from './Field';

interface FileFieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** Endings such as `.csv`, separated by commas. */
  accept: string;
  multiple?: boolean;
  onChoose: (files: readonly File[]) => void;
}

/** Takes files of the person's own. */
export function FileField({ label, hint, error, accept, multiple = false, onChoose }: FileFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(input) => (
        <input
          {...input}
          type="file"
          multiple={multiple}
          accept={accept}
          onChange={(event) => onChoose([...(event.target.files ?? [])])}
        />
      )}
    </Field>
  );
}
