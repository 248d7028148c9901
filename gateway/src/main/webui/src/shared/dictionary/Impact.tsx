import type { OperationImpact } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Notice } from '@/shared/ui/States';

/** What an operation touches, in words; what it does not touch is left out. */
export function Impact({ impact, apply }: { impact: OperationImpact; apply: boolean }) {
  const t = useText().operations;
  const format = useFormat();
  const items = impact.items ?? 0;
  const searches = impact.saved_searches ?? 0;
  const lines = [
    apply && items > 0 && t.items(format.count(items), format.count(impact.datasets ?? 0)),
    apply && searches > 0 && t.searches(format.count(searches)),
    impact.groups > 0 && t.groups(format.count(impact.groups)),
    impact.aliases > 0 && t.aliases(format.count(impact.aliases)),
    impact.implications > 0 && t.implications(format.count(impact.implications)),
    impact.translations > 0 && t.translations(format.count(impact.translations)),
    impact.datasets_known && (!apply || items === 0) && t.untouched,
  ].filter((line) => line !== false);
  return (
    <section className="stack" aria-live="polite">
      <strong>{t.impact}</strong>
      <ul className="impact">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {!impact.datasets_known && <Notice tone="warn">{t.away}</Notice>}
    </section>
  );
}
