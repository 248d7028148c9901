import type { ImportReport } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Notice } from '@/shared/ui/States';
import { RejectedRows } from './RejectedRows';

/** What an import did or would do, with the rows that it did not take. */
export function ImportResult({ result }: { result: ImportReport }) {
  const t = useText();
  const format = useFormat();
  const labels = t.dictionary;
  const counts: [string, number][] = [
    [labels.imported, result.imported_count],
    [labels.updatedCount, result.updated_count],
    [labels.skipped, result.skipped_count],
    [labels.rejected, result.rejected_count],
  ];
  return (
    <section className="stack" aria-live="polite">
      <Notice tone={result.dry_run ? 'warn' : 'good'}>
        {result.dry_run ? labels.resultDry : labels.result(format.count(result.elapsed_ms))}
      </Notice>
      <dl className="import-counts num">
        {counts.map(([label, value]) => (
          <div key={label}>
            <dd>
              <strong>{format.count(value)}</strong>
            </dd>
            <dt className="soft">{label}</dt>
          </div>
        ))}
      </dl>
      <RejectedRows rows={result.rejected} />
    </section>
  );
}
