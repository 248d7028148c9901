import { fieldError } from '@/shared/api/problem';
import { useText } from '@/shared/i18n';
import { Check, Field, Select } from '@/shared/ui/Field';
import type { RegistrationForm } from './registration';

interface ScanSettingsFieldsProps {
  form: RegistrationForm;
  change: (part: Partial<RegistrationForm>) => void;
  problem: unknown;
}

/** How a folder is read: the same fields when a dataset is registered and when its settings are changed. */
export function ScanSettingsFields({ form, change, problem }: ScanSettingsFieldsProps) {
  const t = useText();
  const error = (field: string) => fieldError(problem, field);
  return (
    <>
      <Field label={t.create.name} error={error('name')}>
        {(input) => (
          <input
            {...input}
            className="input"
            required
            value={form.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t.create.type}>
        {(input) => (
          <Select
            id={input.id}
            value={form.datasetType}
            onChange={(datasetType) => change({ datasetType })}
            options={(['auto', 'single', 'pairs'] as const).map((value) => ({ value, label: t.create.types[value] }))}
          />
        )}
      </Field>
      <div className="two-fields">
        <Field label={t.create.captionSuffixes} hint={t.create.captionSuffixesHint} error={error('caption_suffixes')}>
          {(input) => (
            <input
              {...input}
              className="input"
              value={form.captionSuffixes}
              onChange={(event) => change({ captionSuffixes: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.create.imageSuffixes} hint={t.create.imageSuffixesHint} error={error('image_suffixes')}>
          {(input) => (
            <input
              {...input}
              className="input"
              value={form.imageSuffixes}
              onChange={(event) => change({ imageSuffixes: event.target.value })}
            />
          )}
        </Field>
        <div className="checks">
          <Check
            label={t.create.recursive}
            checked={form.recursive}
            onChange={(event) => change({ recursive: event.target.checked })}
          />
          <Check
            label={t.create.exif}
            checked={form.readExif}
            onChange={(event) => change({ readExif: event.target.checked })}
          />
        </div>
        <Field label={t.create.depth} hint={t.create.depthHint} error={error('max_depth')}>
          {(input) => (
            <input
              {...input}
              className="input num"
              inputMode="numeric"
              pattern="[0-9]*"
              disabled={!form.recursive}
              value={form.maxDepth}
              onChange={(event) => change({ maxDepth: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
