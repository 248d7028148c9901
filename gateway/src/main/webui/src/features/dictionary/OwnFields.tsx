import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { TagView } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { Button } from '@/shared/ui/Button';

const FIELDS = ['category', 'count', 'display_name', 'description', 'wiki_url', 'is_deprecated'] as const;
type Field = (typeof FIELDS)[number];

/** What people say of a tag and no list changes, each with the way back to what the lists say. */
export function OwnFields({ tag }: { tag: TagView }) {
  const t = useText();
  const labels = t.tagDetail;
  const format = useFormat();
  const queries = useQueryClient();
  const names: Record<Field, string> = {
    category: t.dictionary.category,
    count: t.dictionary.count,
    display_name: t.dictionary.displayName,
    description: t.dictionary.description,
    wiki_url: t.dictionary.wiki,
    is_deprecated: t.dictionary.deprecated,
  };
  const values: Record<Field, string> = {
    category: t.categories[tag.category],
    count: format.count(tag.count),
    display_name: tag.display_name ?? '',
    description: tag.description ?? '',
    wiki_url: tag.wiki_url ?? '',
    is_deprecated: labels.yes,
  };
  const giveBack = useMutation({
    mutationFn: (field: Field) =>
      unwrap(
        client.DELETE('/api/tag-dictionary/{tag_id}/overlay', {
          params: {
            path: { tag_id: tag.id },
            query: { fields: field },
            header: { 'If-Match': `"${tag.version}"` },
          },
        }),
      ),
    onSuccess: (_, field) => toast('good', labels.givenBack(names[field])),
    onError: (error) => toast('bad', error.message),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.dictionary() }),
  });
  const own = FIELDS.filter((field) => tag.own_fields.includes(field));
  if (tag.own_fields.length === 0) return null;
  return (
    <>
      <dt>{labels.own}</dt>
      <dd>
        <ul className="own-words">
          {tag.own_fields.includes('tag') && <li>{labels.ownTag}</li>}
          {own.map((field) => (
            <li key={field} className="row wrap">
              <span className="grow">
                {names[field]}: {values[field] === '' ? <span className="faint">{labels.empty}</span> : values[field]}
              </span>
              <Button
                small
                aria-label={labels.giveBackField(names[field])}
                disabled={giveBack.isPending}
                onClick={() => giveBack.mutate(field)}
              >
                {labels.giveBack}
              </Button>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
