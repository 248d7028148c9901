import { Activity, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '@/shared/i18n';
import { isActive, useJobs } from '@/shared/jobs/jobs';
import { JobRow } from '@/shared/jobs/JobRow';
import { IconButton } from '@/shared/ui/Button';
import { Check } from '@/shared/ui/Field';
import { EmptyState, ErrorState, Notice, SkeletonList } from '@/shared/ui/States';

/** All services' jobs: progress, time left, cancel, and for what failed the reasons and a retry. */
export function JobsDrawer({ onClose }: { onClose: () => void }) {
  const t = useText();
  const jobs = useJobs();
  const [runningOnly, setRunningOnly] = useState(false);
  const shown = jobs.data?.jobs.filter((job) => !runningOnly || isActive(job)) ?? [];
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes it from anywhere inside
    <aside
      className="drawer"
      aria-label={t.jobs.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <h2>{t.jobs.title}</h2>
        <span className="grow" />
        <Check
          label={t.jobs.clearFinished}
          checked={runningOnly}
          onChange={(event) => setRunningOnly(event.target.checked)}
        />
        <IconButton label={t.common.close} icon={<X size={16} />} onClick={onClose} />
      </header>
      <div className="drawer-body">
        {jobs.data?.unavailable.map((service) => (
          <Notice key={service.service} tone="warn">
            {service.reason}
          </Notice>
        ))}
        {jobs.isPending ? (
          <SkeletonList rows={3} height={56} />
        ) : jobs.isError ? (
          <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} />
        ) : shown.length === 0 ? (
          <EmptyState icon={Activity} title={t.jobs.empty}>
            {t.jobs.emptyHint}
          </EmptyState>
        ) : (
          <ul>
            {shown.map((job) => (
              <JobRow key={`${job.service}/${job.id}`} job={job} />
            ))}
          </ul>
        )}
      </div>
    </aside>
  );
}
