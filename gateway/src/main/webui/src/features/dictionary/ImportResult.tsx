import type { ImportReport } from '@/shared/api/types';
import { RejectedRows } from '@/shared/dictionary/RejectedRows';
import { ReportCounts } from '@/shared/dictionary/ReportCounts';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Notice } from '@/shared/ui/States';

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
      <ReportCounts counts={counts} />
      <RejectedRows rows={result.rejected} />
    </section>
  );
}
