import { BarChart3 } from 'lucide-react';
import { Link } from 'react-router';
import { Bars } from '@/shared/charts/Bars';
import { GrowthChart } from '@/shared/dictionary/GrowthChart';
import { TagNav } from '@/shared/dictionary/TagNav';
import { useStats } from '@/shared/dictionary/useStats';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { categoryClass, categoryOf, showTag } from '@/shared/tags/categories';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui/States';
import { UsageBars } from './UsageBars';

/** The dictionary in pictures: how its tags are spread, which are used most, what came last. */
export function StatsPage() {
  const t = useText();
  const format = useFormat();
  const stats = useStats();
  return (
    <Page title={t.stats.title} facts={<TagNav />}>
      {stats.isPending ? (
        <SkeletonList rows={6} height={90} />
      ) : stats.isError ? (
        <ErrorState error={stats.error} onRetry={() => void stats.refetch()} />
      ) : stats.data.total === 0 ? (
        <EmptyState icon={BarChart3} title={t.dictionary.emptyTitle}>
          {t.dictionary.emptyText}
        </EmptyState>
      ) : (
        <>
          <dl className="stats-facts">
            {[
              [t.stats.total, stats.data.total],
              [t.stats.aliases, stats.data.aliases],
              [t.stats.official, stats.data.official],
              [t.stats.deprecated, stats.data.deprecated],
            ].map(([label, value]) => (
              <div key={label} className="card">
                <dt>{label}</dt>
                <dd className="num">{format.count(Number(value))}</dd>
              </div>
            ))}
          </dl>
          <UsageBars />
          <div className="stats-charts">
            <Bars
              shares
              title={t.stats.byCategory}
              rows={stats.data.by_category
                .filter((row) => row.tags > 0)
                .map((row) => ({
                  key: row.category,
                  label: t.categories[categoryOf(row.category)],
                  value: row.tags,
                  className: categoryClass(row.category),
                  to: `/dataset/tags/dictionary?category=${row.category}`,
                }))}
            />
            <Bars
              shares
              title={t.stats.bySource}
              rows={stats.data.by_source.map((row) => ({
                key: row.source,
                label: t.dictionary.sources[row.source],
                value: row.tags,
                to: `/dataset/tags/dictionary?source=${row.source}`,
              }))}
            />
            <Bars
              title={t.stats.top(format.count(stats.data.top.length))}
              rows={stats.data.top.map((row) => ({
                key: row.tag,
                label: showTag(row.tag),
                value: row.count,
                className: categoryClass(row.category),
                to: `/dataset/tags/dictionary?q=${encodeURIComponent(row.tag)}&match=exact`,
              }))}
            />
            <GrowthChart growing={stats.data.growing} />
            <section className="card stats-card" aria-labelledby="stats-newest">
              <h2 id="stats-newest">{t.stats.newest}</h2>
              <ol className="stats-newest">
                {stats.data.newest.map((row) => (
                  <li key={row.id} className={categoryClass(row.category)}>
                    <Link to={`/dataset/tags/dictionary?q=${encodeURIComponent(row.tag)}&match=exact`}>
                      {showTag(row.tag)}
                    </Link>
                    <time className="faint" dateTime={row.created_at}>
                      {format.ago(row.created_at)}
                    </time>
                  </li>
                ))}
              </ol>
            </section>
          </div>
        </>
      )}
    </Page>
  );
}
