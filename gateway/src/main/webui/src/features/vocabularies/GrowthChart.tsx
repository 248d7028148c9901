import { useQuery } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { Vocabulary } from '@/shared/api/types';
import { Bars } from '@/shared/charts/Bars';
import { useText } from '@/shared/i18n';
import { showTag } from '@/shared/tags/categories';

const BARS = 20;

/** The two newest snapshots of one site: what grew most between them. Nothing without two. */
export function GrowthChart({ vocabularies }: { vocabularies: readonly Vocabulary[] }) {
  const t = useText();
  const pair = newestPair(vocabularies);
  const growth = useQuery({
    queryKey: keys.dictionary('growth', pair?.from.id, pair?.to.id),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/vocabularies/growth', {
          params: { query: { from: pair?.from.id ?? 0, to: pair?.to.id ?? 0, limit: BARS } },
          signal,
        }),
      ),
    enabled: pair !== null,
  });
  if (!pair || !growth.data || growth.data.length === 0) return null;
  return (
    <Bars
      title={t.vocabularies.growthOf(pair.from.name, pair.to.name)}
      rows={growth.data.map((row) => ({
        key: row.tag,
        label: showTag(row.tag),
        value: row.growth,
        to: `/dataset/tags/dictionary?q=${encodeURIComponent(row.tag)}&match=exact`,
      }))}
    />
  );
}

export function newestPair(vocabularies: readonly Vocabulary[]): { from: Vocabulary; to: Vocabulary } | null {
  const dated = vocabularies
    .filter((vocabulary) => vocabulary.snapshot_date !== null)
    .sort((a, b) => (b.snapshot_date ?? '').localeCompare(a.snapshot_date ?? ''));
  for (const to of dated) {
    const from = dated.find(
      (older) => older.kind === to.kind && (older.snapshot_date ?? '') < (to.snapshot_date ?? ''),
    );
    if (from) return { from, to };
  }
  return null;
}
