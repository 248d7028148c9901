import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ScanSearch } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { TagReview } from '@/shared/api/types';
import { offerOperationUndo, useDictionaryRefresh } from '@/shared/dictionary/useOperations';
import { TagNav } from '@/shared/dictionary/TagNav';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { CategoryName } from '@/shared/tags/CategoryName';
import { showTag } from '@/shared/tags/categories';
import { TagInput } from '@/shared/tags/TagInput';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, Notice, SkeletonList } from '@/shared/ui/States';

interface Decision {
  review: TagReview;
  decision: 'accept' | 'reject' | 'merge';
  target?: string;
}

/** Names that taggers found and the dictionary did not know, with what speaks for them, until somebody decides. */
export function ReviewPage() {
  const t = useText();
  const refresh = useDictionaryRefresh();
  const [merging, setMerging] = useState<TagReview | null>(null);
  const list = useQuery({
    queryKey: keys.dictionary('review'),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/tag-dictionary/review', { params: { query: { limit: 100 } }, signal })),
    placeholderData: keepPreviousData,
  });
  const decide = useMutation({
    mutationFn: ({ review, decision, target }: Decision) =>
      unwrap(
        client.POST('/api/tag-dictionary/review/{tag_id}', {
          params: { path: { tag_id: review.tag_id } },
          body: { decision, ...(target ? { target } : {}) },
        }),
      ),
    onSuccess: ({ operation }, { review }) => {
      if (operation) offerOperationUndo(operation);
      else toast('good', t.review.accepted(showTag(review.tag)));
      setMerging(null);
    },
    onSettled: refresh,
  });
  return (
    <Page title={t.review.title} facts={<TagNav />}>
      <p className="soft">{t.review.lead}</p>
      {decide.isError && !merging && <Notice tone="bad">{decide.error.message}</Notice>}
      {list.isPending ? (
        <SkeletonList rows={6} height={48} />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data.items.length === 0 ? (
        <EmptyState icon={ScanSearch} title={t.review.emptyTitle}>
          {t.review.emptyText}
        </EmptyState>
      ) : (
        <ul className="card tag-rows">
          {list.data.items.map((review) => (
            <ReviewRow
              key={review.tag_id}
              review={review}
              busy={decide.isPending}
              onDecide={(decision) => decide.mutate({ review, decision })}
              onMerge={() => {
                decide.reset();
                setMerging(review);
              }}
            />
          ))}
        </ul>
      )}
      {merging && (
        <Dialog
          title={t.review.mergeTitle(showTag(merging.tag))}
          onClose={() => setMerging(null)}
          footer={<Button onClick={() => setMerging(null)}>{t.common.cancel}</Button>}
        >
          <TagInput
            label={t.operations.target}
            placeholder={t.operations.choose}
            onAdd={(target) => decide.mutate({ review: merging, decision: 'merge', target })}
          />
          {decide.isError && <Notice tone="bad">{decide.error.message}</Notice>}
        </Dialog>
      )}
    </Page>
  );
}

interface ReviewRowProps {
  review: TagReview;
  busy: boolean;
  onDecide: (decision: 'accept' | 'reject') => void;
  onMerge: () => void;
}

function ReviewRow({ review, busy, onDecide, onMerge }: ReviewRowProps) {
  const t = useText();
  const format = useFormat();
  const best = Math.max(0, ...review.evidence.map((seen) => seen.score ?? 0));
  const models = [...new Set(review.evidence.map((seen) => seen.model))].join(', ');
  const item = review.evidence[0];
  const name = showTag(review.tag);
  return (
    <li className="review-row">
      <strong className="grow">{name}</strong>
      <CategoryName category={review.category} />
      <span className="soft num">
        {t.review.seen(format.count(review.seen))} · {t.review.best(format.count(Math.round(best * 100)))} ·{' '}
        {t.review.by(models)}
      </span>
      {item && (
        <Link to={`/dataset/${item.dataset_id}?item=${item.item_id}`}>{t.review.example}</Link>
      )}
      <span className="row">
        <Button small disabled={busy} aria-label={`${t.review.accept}: ${name}`} onClick={() => onDecide('accept')}>
          {t.review.accept}
        </Button>
        <Button small disabled={busy} aria-label={`${t.review.merge} ${name}`} onClick={onMerge}>
          {t.review.merge}
        </Button>
        <Button small disabled={busy} aria-label={`${t.review.reject}: ${name}`} onClick={() => onDecide('reject')}>
          {t.review.reject}
        </Button>
      </span>
    </li>
  );
}
