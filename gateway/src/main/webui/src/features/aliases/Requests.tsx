import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { DecisionDialog } from '@/shared/dictionary/DecisionDialog';
import { offerOperationUndo, useDictionaryRefresh } from '@/shared/dictionary/useOperations';
import { useText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';
import { showTag } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/States';

interface AliasRequest {
  id: number;
  source_tag: string;
  target_tag: string;
}

/** Aliases that somebody asked for: accepted once their reach was shown, datasets follow; nothing when nobody asked. */
export function Requests() {
  const t = useText();
  const settled = useDictionaryRefresh();
  const [accepting, setAccepting] = useState<AliasRequest | null>(null);
  const list = useQuery({
    queryKey: keys.dictionary('alias-requests'),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/tag-aliases/requests', { params: { query: { limit: 50 } }, signal })),
  });
  const failed = (error: Error) => toast('bad', t.common.failed, error.message);
  const accept = useMutation({
    mutationFn: (id: number) =>
      unwrap(client.POST('/api/tag-aliases/requests/{request_id}/accept', { params: { path: { request_id: id } } })),
    onSuccess: (operation) => {
      setAccepting(null);
      offerOperationUndo(operation);
    },
    onSettled: settled,
  });
  const reject = useMutation({
    mutationFn: (id: number) =>
      unwrap(client.POST('/api/tag-aliases/requests/{request_id}/reject', { params: { path: { request_id: id } } })),
    onError: failed,
    onSettled: settled,
  });
  if (list.isError) return <Notice tone="bad">{list.error.message}</Notice>;
  if (!list.data || list.data.items.length === 0) return null;
  const busy = accept.isPending || reject.isPending;
  return (
    <section className="card" aria-labelledby="alias-requests">
      <h2 id="alias-requests" className="review-row">
        {t.requests.title}
      </h2>
      <ul className="tag-rows">
        {list.data.items.map((request) => (
          <li key={request.id} className="review-row">
            <strong className="grow">
              {showTag(request.source_tag)} <ArrowRight size={13} aria-hidden /> {showTag(request.target_tag)}
            </strong>
            {request.reason && <span className="soft">{request.reason}</span>}
            <span className="faint">{t.requests.by(request.author)}</span>
            <Button
              small
              disabled={busy}
              aria-label={t.requests.accept(request.source_tag)}
              onClick={() => {
                accept.reset();
                setAccepting(request);
              }}
            >
              {t.review.accept}
            </Button>
            <Button
              small
              disabled={busy}
              aria-label={t.requests.reject(request.source_tag)}
              onClick={() => reject.mutate(request.id)}
            >
              {t.review.reject}
            </Button>
          </li>
        ))}
      </ul>
      {accepting && (
        <DecisionDialog
          title={t.requests.accept(`${showTag(accepting.source_tag)} → ${showTag(accepting.target_tag)}`)}
          order={{ kind: 'alias', tag: accepting.source_tag, target: accepting.target_tag, apply: true }}
          confirm={t.review.accept}
          busy={accept.isPending}
          error={accept.error}
          onConfirm={() => accept.mutate(accepting.id)}
          onClose={() => setAccepting(null)}
        />
      )}
    </section>
  );
}
