import type { GrowingTags } from '@/shared/api/types';
import { Bars } from '@/shared/charts/Bars';
import { useText } from '@/shared/i18n';
import { showTag } from '@/shared/tags/categories';

/** What grew most between the two newest snapshots of one site; nothing without two. */
export function GrowthChart({ growing }: { growing: GrowingTags | null | undefined }) {
  const t = useText();
  if (!growing || growing.tags.length === 0) return null;
  return (
    <Bars
      title={t.vocabularies.growthOf(growing.from, growing.to)}
      rows={growing.tags.map((row) => ({
        key: row.tag,
        label: showTag(row.tag),
        value: row.growth,
        to: `/dataset/tags/dictionary?q=${encodeURIComponent(row.tag)}&match=exact`,
      }))}
    />
  );
}
