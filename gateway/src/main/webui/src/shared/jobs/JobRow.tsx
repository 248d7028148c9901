import { CircleCheck, CircleDashed, CircleSlash, CircleX, LoaderCircle, RotateCw, Square } from 'lucide-react';
import { useState } from 'react';
import { serviceOf, type ListedJob } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { Button } from '@/shared/ui/Button';
import { Progress } from '@/shared/ui/States';
import { isActive, useJob, useJobAction } from './jobs';
import './jobs.css';

const icons = {
  queued: CircleDashed,
  running: LoaderCircle,
  succeeded: CircleCheck,
  failed: CircleX,
  cancelled: CircleSlash,
};

export function JobRow({ job }: { job: ListedJob }) {
  const t = useText();
  const format = useFormat();
  const action = useJobAction();
  const [reasons, setReasons] = useState(false);
  const Icon = icons[job.state];
  const active = isActive(job);
  const act = (name: 'cancel' | 'retry') =>
    action.mutate(
      { job: { service: serviceOf(job.service), id: job.id }, action: name },
      { onError: (error) => toast('bad', t.common.failed, error.message) },
    );
  return (
    <li className={`job ${job.state}`}>
      <Icon size={16} className="job-icon" aria-hidden />
      <div className="grow stack">
        <div className="row wrap">
          <strong className="grow truncate" title={job.title}>
            {job.title}
          </strong>
          <span className="faint">{t.jobs.services[serviceOf(job.service)]}</span>
        </div>
        {active && <Progress label={job.title} done={job.done + job.failed} total={job.total} />}
        <div className="row wrap job-facts">
          <span className="job-state">{t.jobs.states[job.state]}</span>
          <JobProgress job={job} />
          <span className="faint">{format.ago(job.finished_at ?? job.created_at)}</span>
          {job.failed > 0 && (
            <button type="button" className="link-button" aria-expanded={reasons} onClick={() => setReasons(!reasons)}>
              {reasons ? t.jobs.hideFailures : t.jobs.failures(format.count(job.failed))}
            </button>
          )}
          <span className="grow" />
          {active && (
            <Button
              small
              variant="quiet"
              icon={<Square size={12} />}
              disabled={action.isPending}
              onClick={() => act('cancel')}
            >
              {t.jobs.cancel}
            </Button>
          )}
          {!active && (job.failed > 0 || job.state === 'failed') && (
            <Button small icon={<RotateCw size={13} />} disabled={action.isPending} onClick={() => act('retry')}>
              {t.jobs.retry}
            </Button>
          )}
        </div>
        {job.error && <p className="job-error">{job.error}</p>}
        {reasons && <JobFailures job={job} />}
      </div>
    </li>
  );
}

/** "120 of 512 · 40 s left" in the words of the page. */
export function JobProgress({ job }: { job: Omit<ListedJob, 'service'> }) {
  const t = useText();
  const format = useFormat();
  const done = format.count(job.done);
  return (
    <span className="num soft">
      {job.total ? t.jobs.progress(done, format.count(job.total)) : t.jobs.doneOnly(done)}
      {isActive(job) && typeof job.eta_seconds === 'number' && ` · ${t.jobs.left(format.duration(job.eta_seconds))}`}
    </span>
  );
}

function JobFailures({ job }: { job: ListedJob }) {
  const { data } = useJob(serviceOf(job.service), job.id);
  return (
    <ul className="job-failures">
      {(data?.failures ?? []).map((failure) => (
        <li key={failure.item}>
          <code>{failure.item}</code> <span className="soft">{failure.reason}</span>
        </li>
      ))}
    </ul>
  );
}
