import { useQuery } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { TagView } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { CategoryName } from '@/shared/tags/CategoryName';
import { showTag } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { ErrorState, Notice, SkeletonList } from '@/shared/ui/States';
import { Alternatives } from './Alternatives';
import { OwnFields } from './OwnFields';
import { Translations } from './Translations';

interface TagDetailProps {
  tag: TagView;
  onClose: () => void;
  onEdit: () => void;
  onChange: () => void;
}

/** Everything about a tag: what people said of it, its names in other languages, who knows it, what stands around it. */
export function TagDetail({ tag: shown, onClose, onEdit, onChange }: TagDetailProps) {
  const t = useText();
  const labels = t.tagDetail;
  const format = useFormat();
  const path = { tag_id: shown.id };
  const detail = useQuery({
    queryKey: keys.dictionary('detail', shown.id),
    queryFn: async ({ signal }) => {
      const [tag, translations, vintages, related] = await Promise.all([
        unwrap(client.GET('/api/tag-dictionary/{tag_id}', { params: { path }, signal })),
        unwrap(client.GET('/api/tag-dictionary/{tag_id}/translations', { params: { path }, signal })),
        unwrap(client.GET('/api/tag-dictionary/{tag_id}/vintages', { params: { path }, signal })),
        unwrap(client.GET('/api/tag-dictionary/{tag_id}/related', { params: { path, query: { limit: 12 } }, signal })),
      ]);
      return { tag, translations: translations.translations ?? [], vintages, related };
    },
  });
  const tag = detail.data?.tag ?? shown;
  const around = detail.data
    ? ([
        [labels.implies, detail.data.related.implies],
        [labels.impliedBy, detail.data.related.implied_by],
        [labels.siblings, detail.data.related.siblings],
        [labels.together, detail.data.related.together.map((each) => each.tag)],
      ] as const)
    : [];
  return (
    <Dialog
      wide
      title={showTag(tag.tag)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onChange}>{t.operations.more(showTag(tag.tag))}</Button>
          <Button onClick={onEdit}>{t.common.edit}</Button>
          <Button onClick={onClose}>{t.common.close}</Button>
        </>
      }
    >
      <div className="stack tag-detail">
        <div className="row wrap">
          <CategoryName category={tag.category} />
          <span className="num">{labels.times(format.count(tag.count))}</span>
          {tag.aliases.length > 0 && <span className="soft">{tag.aliases.map(showTag).join(', ')}</span>}
        </div>
        {tag.replacement && <Notice tone="warn">{labels.replacement(showTag(tag.replacement))}</Notice>}
        {tag.description && <p>{tag.description}</p>}
        {detail.isPending ? (
          <SkeletonList rows={3} height={40} />
        ) : detail.isError ? (
          <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
        ) : (
          <dl>
            <OwnFields tag={tag} />
            <dt>{labels.translations}</dt>
            <dd>
              <Translations key={tag.version} tag={tag} translations={detail.data.translations} />
            </dd>
            <Alternatives tagId={tag.id} />
            <dt>{labels.vintages}</dt>
            <dd>
              {detail.data.vintages.length === 0 ? (
                labels.noVintages
              ) : (
                <ul className="tag-chips">
                  {detail.data.vintages.map((vintage) => (
                    <li key={vintage.vocabulary_id} className="badge" title={vintage.written}>
                      {vintage.vocabulary}
                      {vintage.count !== null && ` ${labels.times(format.compact(vintage.count))}`}
                    </li>
                  ))}
                </ul>
              )}
            </dd>
            {around.map(([label, names]) => (
              <Around key={label} label={label} names={names} />
            ))}
          </dl>
        )}
      </div>
    </Dialog>
  );
}

function Around({ label, names }: { label: string; names: readonly string[] }) {
  const t = useText();
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {names.length === 0 ? (
          <span className="faint">{t.tagDetail.noRelated}</span>
        ) : (
          <ul className="tag-chips">
            {names.map((name) => (
              <li key={name}>{showTag(name)}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
