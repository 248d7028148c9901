import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { fieldError } from '@/shared/api/problem';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Page } from '@/shared/ui/Page';
import { Notice } from '@/shared/ui/States';
import { FolderPicker } from './FolderPicker';
import { PreviewPanel } from './PreviewPanel';
import { ScanProgress } from './ScanProgress';
import { ScanSettingsFields } from './ScanSettingsFields';
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
  return (
    <form
      className="card new-form stack"
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate();
      }}
    >
      <Field label={t.create.folder} hint={t.create.folderHint} error={fieldError(register.error, 'path')}>
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
      <ScanSettingsFields form={form} change={change} problem={register.error} />
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
