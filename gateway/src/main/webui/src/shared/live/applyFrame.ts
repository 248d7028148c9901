import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keys } from '@/shared/api/keys';
import type { JobOverview, JobView, ListedJob } from '@/shared/api/types';
import { offerUndo } from '@/shared/undo/undo';
import type { Frame } from './frames';

/** Puts one live frame into the query cache; gives the keys that it makes stale (refetched later, many at once). */
export function applyFrame(queries: QueryClient, frame: Frame): QueryKey[] {
  switch (frame.type) {
    case 'JobProgressed':
      return applyJob(queries, frame);
    case 'ItemIndexed':
    case 'ItemRemoved':
      return [keys.datasets(), ...inDataset(frame)];
    case 'ItemRetagged':
      return inDataset(frame);
    case 'DatasetReindexed':
      return [keys.datasets(), keys.jobs(), ...inDataset(frame)];
    case 'TagChanged':
    case 'AliasChanged':
    case 'SnapshotInstalled':
      return [keys.dictionary(), ['suggest']];
    case 'Resync':
      // Something may have been missed: everything on the screen is asked for anew.
      return [[]];
    case 'RunChanged':
    case 'ExposureRecorded':
      return [keys.runs()];
    default:
      return [];
  }
}

function inDataset(frame: Frame): QueryKey[] {
  const id = frame.data['dataset_id'];
  return typeof id === 'number' || typeof id === 'string' ? [['dataset', id]] : [];
}

/** The progress of a job that the list knows is drawn at once; anything else makes the list stale. */
function applyJob(queries: QueryClient, frame: Frame): QueryKey[] {
  const known = queries.getQueryData<JobOverview>(keys.jobs());
  const before = known?.jobs.find((job) => job.id === frame.data['id']);
  if (!known || !before) return [keys.jobs()];
  const progress = frame.data as Partial<JobView>;
  const job: ListedJob = { ...before, ...progress, service: before.service };
  queries.setQueryData<JobOverview>(keys.jobs(), {
    ...known,
    jobs: known.jobs.map((entry) => (entry.id === job.id ? job : entry)),
  });
  queries.setQueryData<JobView>(keys.job(job.service, job.id), (entry) => (entry ? { ...entry, ...progress } : entry));
  const over = job.state !== before.state && job.state !== 'running' && job.state !== 'queued';
  if (over && job.state === 'succeeded' && job.kind === 'auto-tag') offerAutoTagUndo(job);
  return over ? [keys.jobs(), keys.datasets(), ['dataset']] : [];
}

/** An auto-tag job is one operation with the job's own id: undoing it takes all of it back. */
function offerAutoTagUndo(job: ListedJob): void {
  const datasetId = Number(/\d+$/.exec(job.subject ?? '')?.[0]);
  if (!Number.isNaN(datasetId)) offerUndo({ operationIds: [job.id], text: job.title, datasetId });
}
