import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import type { TagTranslation, TagView } from '@/shared/api/types';
import { useLanguage, useText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';
import { Button, IconButton } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/States';

interface TranslationsProps {
  tag: TagView;
  translations: readonly TagTranslation[];
}

/** A tag in other languages, the best of each first; edited all at once, over the version that was read. */
export function Translations({ tag, translations }: TranslationsProps) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  if (editing) return <Editor tag={tag} translations={translations} onDone={() => setEditing(false)} />;
  return (
    <div className="row wrap">
      <span className="grow">
        {translations.length === 0
          ? t.tagDetail.noTranslations
          : translations.map((each) => `${each.translation} (${each.language})`).join(', ')}
      </span>
      <Button small aria-label={`${t.common.edit}: ${t.tagDetail.translations}`} onClick={() => setEditing(true)}>
        {t.common.edit}
      </Button>
    </div>
  );
}

function Editor({ tag, translations, onDone }: TranslationsProps & { onDone: () => void }) {
  const t = useText();
  const labels = t.tagDetail;
  const [language] = useLanguage();
  const queries = useQueryClient();
  const empty = { language: language === 'en' ? 'ja' : language, translation: '', source: 'user' };
  const [rows, setRows] = useState<readonly TagTranslation[]>(translations.length === 0 ? [empty] : translations);
  const change = (at: number, part: Partial<TagTranslation>) =>
    // Whoever changes a translation says so from then on.
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part, source: 'user' } : row)));
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        client.PUT('/api/tag-dictionary/{tag_id}/translations', {
          params: { path: { tag_id: tag.id }, header: { 'If-Match': `"${tag.version}"` } },
          body: { translations: rows.filter((row) => row.translation.trim() !== '') },
        }),
      ),
    onSuccess: () => {
      toast('good', t.dictionary.saved(tag.tag));
      onDone();
    },
    onSettled: () =>
      Promise.all([['dictionary'], ['suggest']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {rows.map((row, at) => (
        // Rows have no name of their own; they are only appended and taken out.
        <div key={at} className="row">
          <input
            className="input translation-language"
            aria-label={labels.language(at + 1)}
            required
            maxLength={35}
            value={row.language}
            onChange={(event) => change(at, { language: event.target.value })}
          />
          <input
            className="input grow"
            aria-label={labels.translation(at + 1)}
            maxLength={255}
            value={row.translation}
            onChange={(event) => change(at, { translation: event.target.value })}
          />
          <IconButton
            small
            label={labels.removeTranslation(at + 1)}
            icon={<X size={13} />}
            onClick={() => setRows(rows.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {save.isError && <Notice tone="bad">{save.error.message}</Notice>}
      <div className="row wrap">
        <Button small icon={<Plus size={13} />} onClick={() => setRows([...rows, empty])}>
          {labels.addTranslation}
        </Button>
        <span className="grow" />
        <Button small onClick={onDone}>
          {t.common.cancel}
        </Button>
        <Button small type="submit" variant="primary" disabled={save.isPending}>
          {t.common.save}
        </Button>
      </div>
    </form>
  );
}
