import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { fieldError } from '@/shared/api/problem';
import { Reach } from '@/shared/dictionary/Reach';
import {
  useDictionaryRefresh,
  usePreview,
  useRunOperation,
  type OperationOrder,
} from '@/shared/dictionary/useOperations';
import { useText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';
import { canonicalTag } from '@/shared/tags/categories';
import { TagField } from '@/shared/tags/TagField';
import { useDebounced } from '@/shared/tags/useSuggestions';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Check, Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/States';

/**
 * Makes a name another one of a tag, or lets a tag imply another, once its reach was shown. An alias may also only be
 * asked for, so that others decide about it.
 */
export function AddRelationDialog({ kind, onClose }: { kind: 'alias' | 'implication'; onClose: () => void }) {
  const t = useText();
  const isAlias = kind === 'alias';
  const labels = isAlias ? t.aliases : t.implications;
  const [form, setForm] = useState({ source: '', target: '', reason: '', apply: true });
  const source = canonicalTag(form.source);
  const target = canonicalTag(form.target);
  const typed = useDebounced(`${source} ${target}`, 250);
  const settled = typed === `${source} ${target}`;
  const complete = source !== '' && target !== '';
  const order: OperationOrder = {
    kind,
    tag: source,
    target: complete && settled ? target : '',
    apply: form.apply,
  };
  const preview = usePreview(order);
  const run = useRunOperation();
  const ask = useAsk(onClose);
  const shown = preview.isSuccess && !preview.isFetching && settled;
  const busy = run.isPending || ask.isPending;
  const wrong = run.error ?? ask.error ?? preview.error;
  return (
    <Dialog
      title={labels.add}
      onClose={onClose}
      onSubmit={() => shown && !busy && run.mutate(order, { onSuccess: onClose })}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          {isAlias && (
            <Button
              disabled={!complete || busy}
              onClick={() => ask.mutate({ source_tag: source, target_tag: target, reason: form.reason.trim() })}
            >
              {t.requests.ask}
            </Button>
          )}
          <Button type="submit" variant="primary" disabled={!shown || busy}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <Field
        label={labels.source}
        hint={labels.sourceHint}
        error={fieldError(wrong, 'tag') ?? fieldError(wrong, 'source_tag')}
      >
        {(input) => (
          <TagField {...input} required value={form.source} onChange={(next) => setForm({ ...form, source: next })} />
        )}
      </Field>
      <Field
        label={labels.target}
        hint={labels.targetHint}
        error={fieldError(wrong, 'target') ?? fieldError(wrong, 'target_tag')}
      >
        {(input) => (
          <TagField {...input} required value={form.target} onChange={(next) => setForm({ ...form, target: next })} />
        )}
      </Field>
      {isAlias && (
        <Field label={t.requests.reason} hint={t.requests.reasonHint}>
          {(input) => (
            <input
              {...input}
              className="input"
              maxLength={2000}
              value={form.reason}
              onChange={(event) => setForm({ ...form, reason: event.target.value })}
            />
          )}
        </Field>
      )}
      <Check
        label={t.operations.apply}
        checked={form.apply}
        onChange={(event) => setForm({ ...form, apply: event.target.checked })}
      />
      <Reach preview={preview} apply={form.apply} />
      {run.isError && <Notice tone="bad">{run.error.message}</Notice>}
      {ask.isError && <Notice tone="bad">{ask.error.message}</Notice>}
    </Dialog>
  );
}

interface Wish {
  source_tag: string;
  target_tag: string;
  reason: string;
}

function useAsk(onDone: () => void) {
  const t = useText();
  const refresh = useDictionaryRefresh();
  return useMutation({
    mutationFn: (body: Wish) => unwrap(client.POST('/api/tag-aliases/requests', { body })),
    onSuccess: (_, { source_tag }) => {
      toast('good', t.requests.asked(source_tag));
      onDone();
    },
    onSettled: refresh,
  });
}
