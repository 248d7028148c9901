import type { ImportReport } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import './report.css';

/** What a file had that was not taken, line by line; one line may stand here more than once. */
export function RejectedRows({ rows }: { rows: ImportReport['rejected'] }) {
  const labels = useText().dictionary;
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <div className="rejected card">
      <table className="table" aria-label={labels.rejectedTitle}>
        <thead>
          <tr>
            <th scope="col">{labels.line}</th>
            <th scope="col">{labels.reason}</th>
            <th scope="col">{labels.text}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td className="num">{format.count(row.line)}</td>
              <td>{row.reason}</td>
              <td className="mono">{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
