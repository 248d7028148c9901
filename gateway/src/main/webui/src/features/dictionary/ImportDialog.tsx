import { useState } from 'react';
import { useText } from '@/shared/i18n';
import { Field, Select } from '@/shared/ui/Field';
import { ListImport } from './ListImport';
import { OverlayImport } from './OverlayImport';
import { TranslationImport } from './TranslationImport';

/** Imports tag lists, a list of translations, or what people said over lists. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const labels = useText().dictionary;
  const [what, setWhat] = useState<'list' | 'translations' | 'overlay'>('list');
  const choice = (
    <Field label={labels.importWhat}>
      {(input) => (
        <Select
          {...input}
          value={what}
          onChange={setWhat}
          options={[
            { value: 'list', label: labels.importList },
            { value: 'translations', label: labels.importTranslations },
            { value: 'overlay', label: labels.overlay },
          ]}
        />
      )}
    </Field>
  );
  const Import = { list: ListImport, translations: TranslationImport, overlay: OverlayImport }[what];
  return <Import choice={choice} onClose={onClose} />;
}
