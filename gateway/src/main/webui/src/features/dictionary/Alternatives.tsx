import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { TagView } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';
import { Button } from '@/shared/ui/Button';

type Decision = 'take' | 'first' | 'drop';

/** What other sources call a tag, until somebody takes or drops it. */
export function Alternatives({ tagId }: { tagId: TagView['id'] }) {
  const t = useText();
  const labels = t.tagDetail;
  const queries = useQueryClient();
  const offered = useQuery({
    queryKey: keys.dictionary('alternatives', tagId),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/tag-dictionary/{tag_id}/translations/alternatives', {
          params: { path: { tag_id: tagId } },
          signal,
        }),
      ),
  });
  const decide = useMutation({
    mutationFn: async ({ id, decision }: { id: number; decision: Decision }) => {
      const path = { tag_id: tagId, alternative_id: id };
      if (decision === 'drop') {
        await unwrap(
          client.DELETE('/api/tag-dictionary/{tag_id}/translations/alternatives/{alternative_id}', {
            params: { path },
          }),
        );
      } else {
        await unwrap(
          client.POST('/api/tag-dictionary/{tag_id}/translations/alternatives/{alternative_id}/take', {
            params: { path, query: { first: decision === 'first' } },
          }),
        );
      }
    },
    onError: (error) => toast('bad', error.message),
    onSettled: () =>
      Promise.all([['dictionary'], ['suggest']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const alternatives = offered.data?.alternatives ?? [];
  if (alternatives.length === 0) return null;
  return (
    <>
      <dt>{labels.alternatives}</dt>
      <dd>
        <ul className="own-words">
          {alternatives.map(({ id, translation, language, source }) => (
            <li key={id} className="row wrap">
              <span className="grow">
                {translation} ({language}) <span className="faint">{labels.saidBy(source)}</span>
              </span>
              {(['take', 'first', 'drop'] as const).map((decision) => (
                <Button
                  key={decision}
                  small
                  aria-label={labels.decideAbout[decision](translation)}
                  disabled={decide.isPending}
                  onClick={() => decide.mutate({ id, decision })}
                >
                  {labels.decide[decision]}
                </Button>
              ))}
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
