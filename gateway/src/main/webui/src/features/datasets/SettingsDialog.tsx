import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { Dataset, DatasetId } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { ErrorState, Notice, SkeletonList } from '@/shared/ui/States';
import { ScanSettingsFields } from './ScanSettingsFields';
import { formOf, toRequest } from './registration';

/** Changes how a dataset's folder is read. The next scan reads it that way. */
export function SettingsDialog({ id, onClose }: { id: DatasetId; onClose: () => void }) {
  const t = useText();
  const dataset = useQuery({
    queryKey: keys.dataset(id),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/datasets/{dataset_id}', { params: { path: { dataset_id: id } }, signal })),
  });
  if (dataset.data) return <SettingsForm dataset={dataset.data} onClose={onClose} />;
  return (
    <Dialog title={t.datasets.settings} onClose={onClose}>
      {dataset.isError ? <ErrorState error={dataset.error} /> : <SkeletonList rows={4} height={44} />}
    </Dialog>
  );
}

function SettingsForm({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [form, setForm] = useState(() => formOf(dataset));
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        client.PUT('/api/datasets/{dataset_id}', {
          params: { path: { dataset_id: dataset.id } },
          body: toRequest(form),
        }),
      ),
    onSuccess: () => {
      toast('good', t.datasets.settingsSaved(form.name));
      void queries.invalidateQueries({ queryKey: keys.datasets() });
      void queries.invalidateQueries({ queryKey: keys.dataset(dataset.id) });
      onClose();
    },
  });
  return (
    <Dialog
      title={t.datasets.settings}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" variant="primary" disabled={save.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <p className="mono soft">{dataset.path}</p>
      <ScanSettingsFields
        form={form}
        change={(part) => setForm((before) => ({ ...before, ...part }))}
        problem={save.error}
      />
      <p className="faint">{t.datasets.settingsHint}</p>
      {save.isError && <Notice tone="bad">{save.error.message}</Notice>}
    </Dialog>
  );
}
