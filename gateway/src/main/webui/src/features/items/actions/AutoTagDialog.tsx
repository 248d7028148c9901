import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { DatasetId } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { categoryOf } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Check, Field, Select } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/States';
import { scopeSize, scopeText, type Scope } from './scope';

const MODES = ['add', 'skip', 'replace'] as const;

export function AutoTagDialog({ dataset, scope, onClose }: { dataset: DatasetId; scope: Scope; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const models = useQuery({
    queryKey: keys.models(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/taggers/models', { signal })),
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [typedThreshold, setThreshold] = useState<number | null>(null);
  const [mode, setMode] = useState<(typeof MODES)[number]>('add');
  const [categories, setCategories] = useState<readonly string[]>([]);
  const [subtype, setSubtype] = useState('main');
  const [mapping, setMapping] = useState(true);

  const model =
    models.data?.find((entry) => entry.name === chosen) ??
    models.data?.find((entry) => entry.state === 'ready') ??
    models.data?.[0];
  const threshold = typedThreshold ?? model?.default_threshold ?? 0.35;
  const size = format.count(scopeSize(scope));

  const start = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST('/api/datasets/{dataset_id}/auto-tag', {
          params: { path: { dataset_id: dataset } },
          body: {
            ...(scope.kind === 'items'
              ? { item_ids: [...scope.ids] }
              : scope.kind === 'search'
                ? { search: scope.search }
                : {}),
            model_name: model?.name ?? 'palette',
            threshold,
            mode,
            caption_type: subtype.trim() || 'main',
            ...(categories.length > 0 ? { category_filters: [...categories] } : {}),
            apply_tag_dictionary_mapping: mapping,
          },
        }),
      ),
    onSuccess: () => {
      toast('info', t.autoTag.started(size));
      void queries.invalidateQueries({ queryKey: keys.jobs() });
      onClose();
    },
  });

  return (
    <Dialog
      title={t.autoTag.title}
      onClose={onClose}
      onSubmit={() => start.mutate()}
      footer={
        <>
          <span className="soft grow">{scopeText(scope, t, format.count)}</span>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button
            type="submit"
            variant="primary"
            icon={<Sparkles size={15} />}
            disabled={model?.state !== 'ready' || start.isPending || scopeSize(scope) === 0}
          >
            {t.autoTag.start(size)}
          </Button>
        </>
      }
    >
      {models.isError && <Notice tone="bad">{models.error.message}</Notice>}
      <Field label={t.autoTag.model} hint={model?.description}>
        {(input) => (
          <Select
            {...input}
            value={model?.name ?? ''}
            onChange={setChosen}
            options={(models.data ?? []).map((entry) => ({
              value: entry.name,
              label: `${entry.name} ${entry.version}${entry.state === 'ready' ? '' : ` (${t.autoTag.notReady})`}`,
            }))}
          />
        )}
      </Field>
      <Field label={t.autoTag.threshold} hint={t.autoTag.thresholdHint}>
        {(input) => (
          <div className="row">
            <input
              {...input}
              className="grow"
              type="range"
              min={0}
              max={1}
              step={0.01}
              value={threshold}
              onChange={(event) => setThreshold(Number(event.target.value))}
            />
            <output htmlFor={input.id} className="num">
              {threshold.toFixed(2)}
            </output>
          </div>
        )}
      </Field>
      <fieldset className="choices">
        <legend>{t.autoTag.mode}</legend>
        {MODES.map((value) => (
          <label key={value} className="choice">
            <input type="radio" name="mode" checked={mode === value} onChange={() => setMode(value)} />
            <span>
              <strong>{t.autoTag.modes[value].label}</strong>{' '}
              <span className="soft">{t.autoTag.modes[value].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {mode === 'replace' && <Notice tone="warn">{t.autoTag.replaceWarning(size)}</Notice>}
      {model && model.categories.length > 1 && (
        <fieldset className="choices">
          <legend>{t.autoTag.categories}</legend>
          <div className="row wrap">
            {model.categories.map((category) => {
              const known = categoryOf(category);
              return (
                <Check
                  key={category}
                  label={known === 'unknown' ? category : t.categories[known]}
                  checked={categories.includes(category)}
                  onChange={(event) =>
                    setCategories(
                      event.target.checked
                        ? [...categories, category]
                        : categories.filter((entry) => entry !== category),
                    )
                  }
                />
              );
            })}
          </div>
          <span className="faint">{t.autoTag.categoriesHint}</span>
        </fieldset>
      )}
      <div className="row wrap end">
        <Field label={t.autoTag.captionType}>
          {(input) => (
            <input {...input} className="input" value={subtype} onChange={(event) => setSubtype(event.target.value)} />
          )}
        </Field>
        <Check label={t.autoTag.mapping} checked={mapping} onChange={(event) => setMapping(event.target.checked)} />
      </div>
      {start.isError && <Notice tone="bad">{start.error.message}</Notice>}
    </Dialog>
  );
}
