import { useState } from 'react';
import type { OperationKind } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { canonicalTag, showTag } from '@/shared/tags/categories';
import { TagInput } from '@/shared/tags/TagInput';
import { useDebounced } from '@/shared/tags/useSuggestions';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Check, Field, Select } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/States';
import { Reach } from './Reach';
import { KINDS, usePreview, useRunOperation, type OperationOrder } from './useOperations';

interface OperationDialogProps {
  tag: string;
  kind?: OperationKind;
  onClose: () => void;
}

/** Changes a tag in the dictionary and wherever it stands: what it touches is shown before, the way back afterwards. */
export function OperationDialog({ tag, kind: first = 'rename', onClose }: OperationDialogProps) {
  const t = useText();
  const labels = t.operations;
  const [kind, setKind] = useState<OperationKind>(first);
  const [target, setTarget] = useState('');
  const [apply, setApply] = useState(first !== 'delete');
  const typed = useDebounced(canonicalTag(target), 250);
  const order: OperationOrder = { kind, tag, target: kind === 'delete' ? '' : typed, apply };
  const preview = usePreview(order);
  const run = useRunOperation();
  // What is done is what was shown: not what was typed since, and nothing before it could be shown.
  const shown = preview.isSuccess && !preview.isFetching && (kind === 'delete' || typed === canonicalTag(target));
  return (
    <Dialog
      title={labels.dialogTitle(showTag(tag))}
      onClose={onClose}
      onSubmit={() => shown && run.mutate(order, { onSuccess: onClose })}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" variant={kind === 'delete' ? 'danger' : 'primary'} disabled={!shown || run.isPending}>
            {labels.kinds[kind]}
          </Button>
        </>
      }
    >
      <Field label={labels.kind} hint={labels.hints[kind]}>
        {(input) => (
          <Select
            {...input}
            value={kind}
            onChange={(next) => {
              setKind(next);
              setApply(next !== 'delete');
            }}
            options={KINDS.map((value) => ({ value, label: labels.kinds[value] }))}
          />
        )}
      </Field>
      {kind === 'rename' && (
        <Field label={labels.newName} hint={t.dictionary.tagNameHint}>
          {(input) => (
            <input
              {...input}
              className="input mono"
              required
              value={target}
              onChange={(event) => setTarget(event.target.value)}
            />
          )}
        </Field>
      )}
      {kind !== 'rename' && kind !== 'delete' && (
        <div className="field">
          <span className="label">{kind === 'deprecate' ? labels.replacement : labels.target}</span>
          <TagInput
            label={kind === 'deprecate' ? labels.replacement : labels.target}
            placeholder={labels.choose}
            onAdd={setTarget}
          />
          {target !== '' && <span className="hint">{labels.chosen(showTag(target))}</span>}
        </div>
      )}
      <Check label={labels.apply} checked={apply} onChange={(event) => setApply(event.target.checked)} />
      <Reach preview={preview} apply={apply} />
      {run.isError && <Notice tone="bad">{run.error.message}</Notice>}
    </Dialog>
  );
}
