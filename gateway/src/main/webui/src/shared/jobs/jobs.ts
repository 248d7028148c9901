import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { SERVICES, type Letter, type JobView, type ServiceName } from '@/shared/api/types';
import { useLiveState } from '@/shared/live/useLive';

export const isActive = (job: Pick<JobView, 'state'>) => job.state === 'queued' || job.state === 'running';

/** All services' jobs, newest first. The live feed keeps them fresh; without it they are asked for while one runs. */
export function useJobs() {
  const live = useLiveState() === 'live';
  return useQuery({
    queryKey: keys.jobs(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/jobs', { params: { query: { limit: 100 } }, signal })),
    refetchInterval: (query) => {
      const running = query.state.data?.jobs.some(isActive) ?? false;
      if (live) return running ? 5000 : false;
      return running ? 1000 : 15_000;
    },
  });
}

/** One job with its failures. Asked again every second while it runs, so that a missed frame does no harm. */
export function useJob(service: ServiceName, id: string | null | undefined) {
  return useQuery({
    queryKey: keys.job(service, id ?? ''),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/services/{service}/jobs/{id}', { params: { path: { service, id: id ?? '' } }, signal })),
    enabled: Boolean(id),
    refetchInterval: (query) => (query.state.data && !isActive(query.state.data) ? false : 1000),
  });
}

export function useJobAction() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ job, action }: { job: { service: ServiceName; id: string }; action: 'cancel' | 'retry' }) => {
      const params = { path: { service: job.service, id: job.id } };
      return action === 'cancel'
        ? unwrap(client.POST('/api/services/{service}/jobs/{id}/cancel', { params }))
        : unwrap(client.POST('/api/services/{service}/jobs/{id}/retry', { params }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.jobs() }),
  });
}

export type ServiceDeadLetter = Letter & { service: ServiceName };

/** The dead letters of all services. A service that is away is named, not hidden. */
export function useDeadLetters() {
  return useQuery({
    queryKey: keys.deadLetters(),
    queryFn: async ({ signal }) => {
      const answers = await Promise.allSettled(
        SERVICES.map(async (service) => {
          const list = await unwrap(
            client.GET('/api/services/{service}/dead-letters', {
              params: { path: { service }, query: { limit: 100 } },
              signal,
            }),
          );
          return list.items.map((letter): ServiceDeadLetter => ({ ...letter, service }));
        }),
      );
      return {
        letters: answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])),
        away: SERVICES.filter((_, index) => answers[index]?.status === 'rejected'),
      };
    },
    refetchInterval: 30_000,
  });
}
