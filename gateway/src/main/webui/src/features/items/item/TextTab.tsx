import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { problemOf } from '@/shared/api/problem';
import type { CaptionType, DatasetId, ItemDetail } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { persisted, usePersisted, type Persisted } from '@/shared/store/persisted';
import { offerUndo } from '@/shared/undo/undo';
import { Button } from '@/shared/ui/Button';
import { Field, Select } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/States';
import { CaptionSource } from './CaptionSource';
import type { SaveStatus } from './tagSaver';

const TWEET = 280;
const LANGUAGES = ['auto', 'en', 'ja'] as const;

interface Draft {
  text: string;
  /** The version of the item that the text was written over. */
  version: number;
}

interface TextTabProps {
  dataset: DatasetId;
  item: ItemDetail;
  type: Exclude<CaptionType, 'tags'>;
  subtype: string;
  onStatus: (status: SaveStatus) => void;
}

/** A caption in running text: written here, saved on demand (Ctrl Enter), with its source. */
export function TextTab({ dataset, item, type, subtype, onStatus }: TextTabProps) {
  const t = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const caption = item.captions.find((entry) => entry.caption_type === type && entry.caption_subtype === subtype);
  const [draft, setDraft] = usePersisted(useDraft(`${dataset}/${item.id}/${type}/${subtype}`));
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>(
    LANGUAGES.find((entry) => entry === caption?.language) ?? 'auto',
  );
  const text = draft?.text ?? caption?.content ?? '';
  const dirty = draft !== null && draft.text !== (caption?.content ?? '');
  const over = type === 'social_media' ? [...text].length - TWEET : 0;

  const save = useMutation({
    mutationFn: (version: number) =>
      unwrap(
        client.PUT('/api/datasets/{dataset_id}/items/{item_id}/captions/{caption_type}/{caption_subtype}', {
          params: { path: { dataset_id: dataset, item_id: item.id, caption_type: type, caption_subtype: subtype } },
          body: { content: text, ...(language === 'auto' ? {} : { language }), version },
        }),
      ),
    onSuccess: (result) => {
      offerUndo({
        operationIds: result.operation_id === null ? [] : [result.operation_id],
        text: t.item.changedCaption(item.base_name),
        datasetId: dataset,
      });
      setDraft(null);
      void queries.invalidateQueries({ queryKey: keys.operations(dataset) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.item(dataset, item.id) }),
  });
  const conflict = save.isError && problemOf(save.error).status === 409;
  const status: SaveStatus = save.isPending ? 'saving' : conflict ? 'conflict' : dirty ? 'unsaved' : 'saved';
  useEffect(() => onStatus(status), [status, onStatus]);

  return (
    <div className="text-tab">
      {conflict && (
        <Notice tone="warn">
          <strong>{t.item.conflictTitle}</strong>
          <p>{caption?.content}</p>
          <div className="row">
            <Button
              small
              onClick={() => {
                setDraft(null);
                save.reset();
              }}
            >
              {t.item.keepTheirs}
            </Button>
            <Button small onClick={() => save.mutate(item.version)}>
              {t.item.keepMine}
            </Button>
          </div>
        </Notice>
      )}
      {save.isError && !conflict && <Notice tone="bad">{save.error.message}</Notice>}
      <textarea
        className="textarea"
        aria-label={t.item.tabs[type]}
        placeholder={t.item.emptyCaption}
        lang={language === 'auto' ? undefined : language}
        rows={10}
        value={text}
        onChange={(event) => setDraft({ text: event.target.value, version: draft?.version ?? item.version })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && dirty) save.mutate(draft.version);
          if (event.key === 'Escape') {
            event.stopPropagation();
            event.currentTarget.blur();
          }
        }}
      />
      <div className="row wrap">
        <span className={over > 0 ? 'over num' : 'faint num'}>
          {over > 0 ? t.item.overTweet(format.count(over)) : t.item.characters(format.count([...text].length))}
        </span>
        <span className="grow" />
        <Button small disabled={!dirty} onClick={() => setDraft(null)}>
          {t.item.revert}
        </Button>
        <Button
          small
          variant="primary"
          disabled={!dirty || save.isPending}
          onClick={() => draft && save.mutate(draft.version)}
        >
          {t.item.saveCaption}
        </Button>
      </div>
      <Field label={t.item.language}>
        {(input) => (
          <Select
            {...input}
            value={language}
            onChange={setLanguage}
            options={LANGUAGES.map((value) => ({ value, label: t.item.languages[value] }))}
          />
        )}
      </Field>
      {caption && <CaptionSource caption={caption} />}
    </div>
  );
}

/** What was typed and not saved is kept, also over the next image and a reload. */
function useDraft(place: string): Persisted<Draft | null> {
  const [store] = useState(() => persisted<Draft | null>(`fuda.draft.${place}`, null));
  return store;
}
