import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { fieldError } from '@/shared/api/problem';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { Check, Field, Select } from '@/shared/ui/Field';
import { Page } from '@/shared/ui/Page';
import { Notice } from '@/shared/ui/States';
import { FolderPicker } from './FolderPicker';
import { PreviewPanel } from './PreviewPanel';
import { ScanProgress } from './ScanProgress';
import { useRegistration } from './useRegistration';
import './datasets.css';

export function NewDatasetPage() {
  const t = useText();
  const registration = useRegistration();
  const { register } = registration;
  const trail = [{ to: '/dataset', label: t.datasets.title }];
  if (register.data) {
    return (
      <Page title={register.data.name} trail={trail}>
        <ScanProgress dataset={register.data} />
      </Page>
    );
  }
  return (
    <Page title={t.create.title} trail={trail}>
      <div className="new-dataset">
        <RegistrationFields {...registration} />
        <PreviewPanel preview={registration.preview} hasPath={registration.hasPath} />
      </div>
    </Page>
  );
}

function RegistrationFields({ form, change, register }: ReturnType<typeof useRegistration>) {
  const t = useText();
  const [picking, setPicking] = useState(false);
  const error = (field: string) => fieldError(register.error, field);
  return (
    <form
      className="card new-form stack"
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate();
      }}
    >
      <Field label={t.create.folder} hint={t.create.folderHint} error={error('path')}>
        {(input) => (
          <div className="path-row">
            <input
              {...input}
              className="input mono"
              required
              value={form.path}
              onChange={(event) => change({ path: event.target.value })}
            />
            <Button icon={<FolderOpen size={15} />} onClick={() => setPicking(true)}>
              {t.create.choose}
            </Button>
          </div>
        )}
      </Field>
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
        <div>
          <Check
            label={t.create.recursive}
            checked={form.recursive}
            onChange={(event) => change({ recursive: event.target.checked })}
          />
          <br />
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
      {register.isError && <Notice tone="bad">{register.error.message}</Notice>}
      <div className="row">
        <Button type="submit" variant="primary" disabled={form.path.trim() === '' || register.isPending}>
          {t.create.start}
        </Button>
      </div>
      {picking && (
        <FolderPicker
          start={form.path}
          onClose={() => setPicking(false)}
          onChoose={(path) => {
            change({ path });
            setPicking(false);
          }}
        />
      )}
    </form>
  );
}
