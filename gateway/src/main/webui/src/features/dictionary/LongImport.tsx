import { useEffect } from 'react';
import type { ImportReport } from '@/shared/api/types';
import { useDictionaryRefresh } from '@/shared/dictionary/useOperations';
import { useText } from '@/shared/i18n';
import { isActive, useJob, useJobAction } from '@/shared/jobs/jobs';
import { Button } from '@/shared/ui/Button';
import { Notice, Progress } from '@/shared/ui/States';
import { ImportResult } from './ImportResult';

/** A list too long to wait for: how far its job is, the way to stop it, and what came of it. */
export function LongImport({ jobId }: { jobId: string }) {
  const t = useText();
  const refresh = useDictionaryRefresh();
  const job = useJob('dictionary', jobId);
  const action = useJobAction();
  const state = job.data?.state;
  useEffect(() => {
    if (state === 'succeeded') void refresh();
  }, [state, refresh]);
  if (!job.data) return <Progress label={t.dictionary.importing} done={0} total={null} />;
  if (isActive(job.data)) {
    return (
      <section className="stack" aria-live="polite">
        <Progress label={job.data.title} done={job.data.done} total={job.data.total} />
        <div className="row wrap">
          <span className="grow soft">{t.longImport.running}</span>
          <Button
            small
            disabled={action.isPending}
            onClick={() => action.mutate({ job: { service: 'dictionary', id: jobId }, action: 'cancel' })}
          >
            {t.longImport.cancel}
          </Button>
        </div>
      </section>
    );
  }
  if (job.data.state === 'cancelled') return <Notice tone="warn">{t.longImport.cancelled}</Notice>;
  if (job.data.state === 'failed') return <Notice tone="bad">{job.data.error}</Notice>;
  // The result of a job of this kind is the report of an import.
  const result = job.data.result as unknown as ImportReport;
  return (
    <>
      <ImportResult result={result} />
      {result.rejected_count > 0 && !result.dry_run && (
        <a href={`/api/tag-dictionary/imports/${jobId}/rejected`} download>
          {t.longImport.report}
        </a>
      )}
    </>
  );
}
