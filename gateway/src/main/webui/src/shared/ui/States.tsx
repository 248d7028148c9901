import { CircleAlert, RotateCw, type LucideIcon } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { problemOf } from '@/shared/api/problem';
import { useText } from '@/shared/i18n';
import { Button } from './Button';

/** Holds the room of what is being loaded, so that nothing jumps when it comes. */
export function Skeleton({ width, height }: { width?: CSSProperties['width']; height: CSSProperties['height'] }) {
  return <div className="skeleton" style={{ width, height }} aria-hidden="true" />;
}

export function SkeletonList({ rows, height }: { rows: number; height: number }) {
  const t = useText();
  return (
    <div className="stack" role="status" aria-label={t.common.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} />
      ))}
    </div>
  );
}

/** What this place is, and the one thing to do. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="note">
      <Icon size={36} strokeWidth={1.25} aria-hidden />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** What happened, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText();
  const problem = problemOf(error);
  return (
    <div className="note" role="alert">
      <CircleAlert size={36} strokeWidth={1.25} aria-hidden />
      <h2>{problem.unreachable ? t.common.unreachable : t.common.failed}</h2>
      <p>{problem.unreachable ? t.common.unreachableHint : problem.message}</p>
      {onRetry && (
        <Button icon={<RotateCw size={15} />} onClick={onRetry}>
          {t.common.retry}
        </Button>
      )}
    </div>
  );
}

export function Notice({
  tone,
  icon,
  children,
}: {
  tone?: 'good' | 'warn' | 'bad';
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={`notice ${tone ?? ''}`} role={tone === 'bad' ? 'alert' : undefined}>
      {icon}
      <div className="grow">{children}</div>
    </div>
  );
}

/** A progress bar; without a total it says that work goes on, not how far. */
export function Progress({
  label,
  done,
  total,
  tone,
}: {
  label: string;
  done: number;
  total: number | null | undefined;
  tone?: 'good' | 'bad';
}) {
  const known = typeof total === 'number' && total > 0;
  const share = known ? Math.min(100, (100 * done) / total) : undefined;
  return (
    <div
      className={`progress ${tone ?? ''} ${known || tone ? '' : 'unknown'}`}
      role="progressbar"
      aria-label={label}
      aria-valuenow={share === undefined ? undefined : Math.round(share)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div style={known || tone ? { width: `${share ?? 100}%` } : undefined} />
    </div>
  );
}
