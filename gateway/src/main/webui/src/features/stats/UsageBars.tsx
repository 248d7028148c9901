import { useQuery } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { categoryClass, showTag } from '@/shared/tags/categories';
import { Notice, SkeletonList } from '@/shared/ui/States';
import { Bars } from '@/shared/charts/Bars';

/** What the person's own datasets use of the dictionary, and what they use besides. */
export function UsageBars() {
  const t = useText();
  const format = useFormat();
  const usage = useQuery({
    queryKey: keys.dictionary('usage'),
    queryFn: ({ signal }) => unwrap(client.GET('/api/tag-dictionary/usage', { signal })),
  });
  if (usage.isPending) return <SkeletonList rows={1} height={72} />;
  if (usage.isError) return <Notice tone="bad">{usage.error.message}</Notice>;
  if (!usage.data.datasets_known) return <Notice tone="warn">{t.usage.away}</Notice>;
  return (
    <>
      <dl className="stats-facts">
        {[
          [t.usage.used, usage.data.used],
          [t.usage.unused, usage.data.unused],
          [t.usage.strangers, usage.data.strangers],
        ].map(([label, value]) => (
          <div key={label} className="card">
            <dt>{label}</dt>
            <dd className="num">{format.count(Number(value))}</dd>
          </div>
        ))}
      </dl>
      <div className="stats-charts">
        {usage.data.top_used.length > 0 && (
          <Bars
            title={t.usage.topUsed(format.count(usage.data.top_used.length))}
            rows={usage.data.top_used.map((row) => ({
              key: row.tag,
              label: showTag(row.tag),
              value: row.items,
              ...(row.category ? { className: categoryClass(row.category) } : {}),
              to: `/dataset/tags/dictionary?q=${encodeURIComponent(row.tag)}&match=exact`,
            }))}
          />
        )}
        {usage.data.top_strangers.length > 0 && (
          <Bars
            title={t.usage.strangers}
            rows={usage.data.top_strangers.map((row) => ({
              key: row.tag,
              label: showTag(row.tag),
              value: row.items,
              to: `/dataset/tags/dictionary?q=${encodeURIComponent(row.tag)}`,
            }))}
          />
        )}
      </div>
    </>
  );
}
