import { CircleCheck, FolderOpen, Square } from 'lucide-react';
import { Link } from 'react-router';
import type { Dataset } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { JobProgress } from '@/shared/jobs/JobRow';
import { isActive, useJob, useJobAction } from '@/shared/jobs/jobs';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Notice, Progress, Skeleton } from '@/shared/ui/States';

/** The scan of a dataset that was just registered, live until it ends. */
export function ScanProgress({ dataset }: { dataset: Dataset }) {
  const t = useText();
  const format = useFormat();
  const { data: job } = useJob('dataset', dataset.index_job_id);
  const action = useJobAction();
  const home = `/dataset/${dataset.id}`;
  if (!job) return <Skeleton height={140} />;
  return (
    <section className="card scan stack" aria-label={t.create.scanTitle(dataset.name)}>
      <div role="status">
        <h2>
          {job.state === 'succeeded'
            ? t.create.scanDone(format.count(job.done))
            : job.state === 'failed'
              ? t.create.scanFailed
              : job.state === 'cancelled'
                ? t.create.scanCancelled
                : t.create.scanTitle(dataset.name)}
        </h2>
      </div>
      <Progress
        label={t.create.scanTitle(dataset.name)}
        done={job.done + job.failed}
        total={job.total}
        {...(job.state === 'succeeded'
          ? { tone: 'good' as const }
          : job.state === 'failed'
            ? { tone: 'bad' as const }
            : {})}
      />
      <div className="row wrap">
        <JobProgress job={job} />
        {job.failed > 0 && (
          <Link to={`${home}/problems`} className="badge bad num">
            {t.datasets.problemsCount(format.count(job.failed), job.failed)}
          </Link>
        )}
      </div>
      {job.error && <Notice tone="bad">{job.error}</Notice>}
      <div className="row">
        <ButtonLink
          to={home}
          variant="primary"
          icon={job.state === 'succeeded' ? <CircleCheck size={16} /> : <FolderOpen size={16} />}
        >
          {t.create.openDataset}
        </ButtonLink>
        {isActive(job) && (
          <Button
            icon={<Square size={13} />}
            disabled={action.isPending}
            onClick={() => action.mutate({ job: { service: 'dataset', id: job.id }, action: 'cancel' })}
          >
            {t.create.cancelScan}
          </Button>
        )}
      </div>
    </section>
  );
}
