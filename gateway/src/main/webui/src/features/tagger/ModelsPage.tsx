import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { TaggerModel } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { CategoryName } from '@/shared/tags/CategoryName';
import { Page } from '@/shared/ui/Page';
import { EmptyState, ErrorState, Notice, SkeletonList } from '@/shared/ui/States';
import './tagger.css';

export function ModelsPage() {
  const t = useText();
  const models = useQuery({
    queryKey: keys.models(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/taggers/models', { signal })),
    refetchInterval: (query) => (query.state.data?.some((model) => model.state === 'loading') ? 2000 : false),
  });
  return (
    <Page title={t.tagger.title} actions={<QueueFacts />}>
      <p className="soft">{t.tagger.lead}</p>
      {models.isPending ? (
        <SkeletonList rows={2} height={150} />
      ) : models.isError ? (
        <ErrorState error={models.error} onRetry={() => void models.refetch()} />
      ) : models.data.length === 0 ? (
        <EmptyState icon={Sparkles} title={t.tagger.emptyTitle}>
          {t.tagger.emptyText}
        </EmptyState>
      ) : (
        <ul className="models">
          {models.data.map((model) => (
            <ModelCard key={`${model.name} ${model.version}`} model={model} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function ModelCard({ model }: { model: TaggerModel }) {
  const t = useText();
  const format = useFormat();
  const tone = { ready: 'good', loading: 'accent', unavailable: 'bad' }[model.state];
  return (
    <li className="card model">
      <div className="row wrap">
        <h2>{model.name}</h2>
        <span className="faint">{model.version}</span>
        <span className={`badge ${tone}`}>{t.tagger.states[model.state]}</span>
        {model.built_in && <span className="badge">{t.tagger.builtIn}</span>}
      </div>
      {model.reason && <Notice tone="bad">{model.reason}</Notice>}
      {model.description && <p className="soft">{model.description}</p>}
      <dl className="model-facts num">
        <div>
          <dt>{t.nav.tags}</dt>
          <dd>{t.tagger.tags(format.count(model.tag_count))}</dd>
        </div>
        <div>
          <dt>{t.tagger.threshold}</dt>
          <dd>{model.default_threshold?.toFixed(2) ?? t.common.notMeasured}</dd>
        </div>
        <div>
          <dt>{t.tagger.input}</dt>
          <dd>{model.input ? `${model.input.width} × ${model.input.height} ${model.input.layout}` : '–'}</dd>
        </div>
      </dl>
      <div className="row wrap">
        {model.categories.map((category) => (
          <CategoryName key={category} category={category} />
        ))}
      </div>
    </li>
  );
}

/** What the tagger has before it and behind it. */
function QueueFacts() {
  const t = useText();
  const format = useFormat();
  const status = useQuery({
    queryKey: keys.taggerStatus(),
    queryFn: ({ signal }) => unwrap(client.GET('/api/taggers/status', { signal })),
    refetchInterval: 3000,
  });
  if (!status.data) return null;
  const { pending, in_flight, tagged, failed, workers } = status.data;
  const facts: [string, number][] = [
    [t.tagger.pending, pending],
    [t.tagger.inFlight, in_flight],
    [t.tagger.tagged, tagged],
    [t.tagger.failed, failed],
    [t.tagger.workers, workers],
  ];
  return (
    <dl className="queue num" aria-label={t.tagger.queue}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{format.count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
