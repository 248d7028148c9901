import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Library, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { Vocabulary } from '@/shared/api/types';
import { GrowthChart } from '@/shared/dictionary/GrowthChart';
import { TagNav } from '@/shared/dictionary/TagNav';
import { useStats } from '@/shared/dictionary/useStats';
import { useVocabularies } from '@/shared/dictionary/VocabularyField';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/Dialog';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, Notice, SkeletonList } from '@/shared/ui/States';
import { AddVocabularyDialog, type Strangers } from './AddVocabularyDialog';

/** Which tags sites and models know: added from their files, compared from one day to another. */
export function VocabulariesPage() {
  const t = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Vocabulary | null>(null);
  const [strangers, setStrangers] = useState<Strangers | null>(null);
  const stats = useStats();
  const list = useVocabularies();
  const remove = useMutation({
    mutationFn: (vocabulary: Vocabulary) =>
      unwrap(
        client.DELETE('/api/vocabularies/{vocabulary_id}', { params: { path: { vocabulary_id: vocabulary.id } } }),
      ),
    onSuccess: (_, vocabulary) => toast('good', t.vocabularies.removed(vocabulary.name)),
    onError: (error) => toast('bad', t.common.failed, error.message),
    onSettled: () => {
      setRemoving(null);
      return queries.invalidateQueries({ queryKey: keys.dictionary() });
    },
  });
  const add = (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setAdding(true)}>
      {t.vocabularies.add}
    </Button>
  );
  return (
    <Page title={t.vocabularies.title} facts={<TagNav />} actions={add}>
      <p className="soft">{t.vocabularies.lead}</p>
      {strangers && strangers.count > 0 && (
        <Notice tone="warn">
          {t.vocabularies.unknown(format.count(strangers.count))} {strangers.names.slice(0, 10).join(', ')}
        </Notice>
      )}
      {list.isPending ? (
        <SkeletonList rows={4} height={40} />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data.length === 0 ? (
        <EmptyState icon={Library} title={t.vocabularies.emptyTitle} action={add}>
          {t.vocabularies.emptyText}
        </EmptyState>
      ) : (
        <>
          <div className="card">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.vocabularies.name}</th>
                  <th scope="col">{t.vocabularies.kind}</th>
                  <th scope="col">{t.vocabularies.date}</th>
                  <th scope="col" className="right">
                    {t.vocabularies.tags}
                  </th>
                  <th scope="col" className="right">
                    {t.vocabularies.actions}
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.data.map((vocabulary) => (
                  <tr key={vocabulary.id}>
                    <td title={vocabulary.file_name ?? ''}>{vocabulary.name}</td>
                    <td>{t.vocabularies.kinds[vocabulary.kind]}</td>
                    <td className="num">{vocabulary.snapshot_date ?? '–'}</td>
                    <td className="num right">{format.count(vocabulary.tags)}</td>
                    <td className="right">
                      <Button
                        icon={<Trash2 size={14} />}
                        aria-label={t.vocabularies.remove(vocabulary.name)}
                        onClick={() => setRemoving(vocabulary)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <GrowthChart growing={stats.data?.growing} />
        </>
      )}
      {adding && <AddVocabularyDialog onClose={() => setAdding(false)} onStrangers={setStrangers} />}
      {removing && (
        <ConfirmDialog
          danger
          title={t.vocabularies.remove(removing.name)}
          confirm={t.common.delete}
          busy={remove.isPending}
          onClose={() => setRemoving(null)}
          onConfirm={() => remove.mutate(removing)}
        >
          <p>{t.vocabularies.removeText}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}
