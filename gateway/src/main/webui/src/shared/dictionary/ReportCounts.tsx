import { useFormat } from '@/shared/i18n/format';
import './report.css';

/** How many rows of a file became what. */
export function ReportCounts({ counts }: { counts: readonly (readonly [label: string, count: number])[] }) {
  const format = useFormat();
  return (
    <dl className="import-counts num">
      {counts.map(([label, count]) => (
        <div key={label}>
          <dd>
            <strong>{format.count(count)}</strong>
          </dd>
          <dt className="soft">{label}</dt>
        </div>
      ))}
    </dl>
  );
}
