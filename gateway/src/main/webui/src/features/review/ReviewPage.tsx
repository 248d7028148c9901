import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ScanSearch } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { TagReview } from '@/shared/api/types';
import { DecisionDialog } from '@/shared/dictionary/DecisionDialog';
import { offerOperationUndo, useDictionaryRefresh } from '@/shared/dictionary/useOperations';
import { TagNav } from '@/shared/dictionary/TagNav';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { CategoryName } from '@/shared/tags/CategoryName';
import { showTag } from '@/shared/tags/categories';
import { TagInput } from '@/shared/tags/TagInput';
import { Button } from '@/shared/ui/Button';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, Notice, SkeletonList } from '@/shared/ui/States';

interface Decision {
  review: TagReview;
  decision: 'accept' | 'reject' | 'merge';
  target?: string;
}

/** A decision that touches more than the name itself, until it was shown what. */
interface Asked extends Decision {
  decision: 'reject' | 'merge';
  target: string;
}

/** Names that taggers found and the dictionary did not know, with what speaks for them, until somebody decides. */
export function ReviewPage() {
  const t = useText();
  const refresh = useDictionaryRefresh();
  const [asked, setAsked] = useState<Asked | null>(null);
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
      setAsked(null);
    },
    onSettled: refresh,
  });
  return (
    <Page title={t.review.title} facts={<TagNav />}>
      <p className="soft">{t.review.lead}</p>
      {decide.isError && !asked && <Notice tone="bad">{decide.error.message}</Notice>}
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
              onAccept={() => decide.mutate({ review, decision: 'accept' })}
              onAsk={(decision) => {
                decide.reset();
                setAsked({ review, decision, target: '' });
              }}
            />
          ))}
        </ul>
      )}
      {asked && (
        <AskedDialog
          asked={asked}
          busy={decide.isPending}
          error={decide.error}
          onTarget={(target) => {
            decide.reset();
            setAsked({ ...asked, target });
          }}
          onConfirm={() => decide.mutate(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  );
}

interface AskedDialogProps {
  asked: Asked;
  busy: boolean;
  error: Error | null;
  onTarget: (target: string) => void;
  onConfirm: () => void;
  onClose: () => void;
}

/** A rejection deprecates the name; a merge makes it an alias of the tag that it means, and datasets follow. */
function AskedDialog({ asked, onTarget, ...rest }: AskedDialogProps) {
  const t = useText();
  const { review, decision, target } = asked;
  const name = showTag(review.tag);
  if (decision === 'reject') {
    return (
      <DecisionDialog
        title={t.review.rejectTitle(name)}
        order={{ kind: 'deprecate', tag: review.tag, target: '', apply: false }}
        confirm={t.review.reject}
        {...rest}
      />
    );
  }
  return (
    <DecisionDialog
      title={t.review.mergeTitle(name)}
      order={{ kind: 'merge', tag: review.tag, target, apply: true }}
      confirm={t.operations.kinds.merge}
      {...rest}
    >
      <TagInput label={t.operations.target} placeholder={t.operations.choose} onAdd={onTarget} />
      {target !== '' && <p className="hint">{t.operations.chosen(showTag(target))}</p>}
    </DecisionDialog>
  );
}

interface ReviewRowProps {
  review: TagReview;
  busy: boolean;
  onAccept: () => void;
  onAsk: (decision: 'reject' | 'merge') => void;
}

function ReviewRow({ review, busy, onAccept, onAsk }: ReviewRowProps) {
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
      {item && <Link to={`/dataset/${item.dataset_id}?item=${item.item_id}`}>{t.review.example}</Link>}
      <span className="row">
        <Button small disabled={busy} aria-label={`${t.review.accept}: ${name}`} onClick={onAccept}>
          {t.review.accept}
        </Button>
        <Button small disabled={busy} aria-label={`${t.review.merge} ${name}`} onClick={() => onAsk('merge')}>
          {t.review.merge}
        </Button>
        <Button small disabled={busy} aria-label={`${t.review.reject}: ${name}`} onClick={() => onAsk('reject')}>
          {t.review.reject}
        </Button>
      </span>
    </li>
  );
}
