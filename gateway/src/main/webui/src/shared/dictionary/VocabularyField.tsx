import { useQuery } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useText } from '@/shared/i18n';
import { Field, Select } from '@/shared/ui/Field';

export function useVocabularies() {
  return useQuery({
    queryKey: keys.dictionary('vocabularies'),
    queryFn: ({ signal }) => unwrap(client.GET('/api/vocabularies', { signal })),
  });
}

interface VocabularyFieldProps {
  hint: string;
  /** Null for the names that the tags have here. */
  value: number | null;
  onChange: (vocabulary: number | null) => void;
}

/** Whose names are written; nothing where there is no vocabulary to choose. */
export function VocabularyField({ hint, value, onChange }: VocabularyFieldProps) {
  const labels = useText().vocabularies;
  const list = useVocabularies();
  if (!list.data?.length) return null;
  return (
    <Field label={labels.target} hint={hint}>
      {(input) => (
        <Select
          {...input}
          value={value === null ? '' : String(value)}
          onChange={(chosen) => onChange(chosen === '' ? null : Number(chosen))}
          options={[
            { value: '', label: labels.noTarget },
            ...(list.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
    </Field>
  );
}
