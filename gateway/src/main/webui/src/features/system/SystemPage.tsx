import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { useLiveState } from '@/shared/live/useLive';
import { Page } from '@/shared/ui/Page';
import { ErrorState, SkeletonList } from '@/shared/ui/States';
import { DeadLetters } from './DeadLetters';
import './system.css';

export function SystemPage() {
  const t = useText();
  const format = useFormat();
  const live = useLiveState();
  const system = useQuery({
    queryKey: keys.system(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/system', { signal })),
    refetchInterval: 5000,
  });
  return (
    <Page
      title={t.system.title}
      facts={system.data && <span className="faint">{`${t.system.version} ${system.data.version}`}</span>}
      actions={
        <a className="button" href="/swagger" title={t.system.apiHint}>
          <ExternalLink size={15} aria-hidden />
          {t.system.api}
        </a>
      }
    >
      <section className="stack">
        <h2>{t.system.services}</h2>
        {system.isPending ? (
          <SkeletonList rows={1} height={84} />
        ) : system.isError ? (
          <ErrorState error={system.error} onRetry={() => void system.refetch()} />
        ) : (
          <ul className="services">
            {system.data.services.map((service) => (
              <li key={service.name} className="card service">
                <span className={`light ${service.ready ? 'good' : 'bad'}`} aria-hidden="true" />
                <div>
                  <strong>{t.jobs.services[service.name as keyof typeof t.jobs.services] ?? service.name}</strong>
                  <div className="soft num">
                    {service.ready ? t.system.ready : (service.detail ?? t.system.notReady)}
                    {typeof service.latency_ms === 'number' &&
                      ` · ${t.system.latency(format.count(Math.round(service.latency_ms)))}`}
                  </div>
                </div>
              </li>
            ))}
            <li className="card service">
              <span className={`light ${live === 'live' ? 'good' : 'warn'}`} aria-hidden="true" />
              <div>
                <strong>{t.system.live}</strong>
                <div className="soft">{t.system.liveStates[live]}</div>
              </div>
            </li>
          </ul>
        )}
      </section>
      <DeadLetters />
    </Page>
  );
}
