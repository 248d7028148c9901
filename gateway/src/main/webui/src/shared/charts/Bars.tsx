import './charts.css';
import { useId } from 'react';
import { Link } from 'react-router';
import { useFormat } from '@/shared/i18n/format';

export interface Bar {
  key: string;
  label: string;
  value: number;
  className?: string;
  /** Where a closer look leads. */
  to: string;
}

/** Longer charts scroll in themselves. */
const LONG = 24;

interface BarsProps {
  title: string;
  rows: readonly Bar[];
  /** Whether the rows are parts of a whole, whose shares are told as well. */
  shares?: boolean;
}

/** Amounts side by side as bars; every amount also stands there as a number, so the picture is no more than a help. */
export function Bars({ title, rows, shares }: BarsProps) {
  const format = useFormat();
  const id = useId();
  const most = Math.max(1, ...rows.map((row) => row.value));
  const sum = rows.reduce((total, row) => total + row.value, 0);
  return (
    <section className="card stats-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={rows.length > LONG ? 'bars long' : 'bars'}>
        {rows.map((row) => (
          <li key={row.key} className={row.className}>
            <Link to={row.to} className="bars-label truncate">
              {row.label}
            </Link>
            <span className="bars-track" aria-hidden="true">
              <span className="bars-bar" style={{ width: `${Math.max(0.5, (100 * row.value) / most)}%` }} />
            </span>
            <span className="num bars-value">
              {format.count(row.value)}
              {shares && <span className="faint"> ({format.share(row.value / Math.max(1, sum))})</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
