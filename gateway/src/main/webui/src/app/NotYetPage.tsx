import { Hourglass } from 'lucide-react';
import { useParams } from 'react-router';
import { useText, type Catalogue } from '@/shared/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Page } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/States';

export type NotYetName = keyof Catalogue['away']['pages'];

/** An address that has its place but no page yet: says so, says what it is for, and leads to what works. */
export function NotYetPage({ name }: { name: NotYetName }) {
  const t = useText();
  const { id } = useParams();
  const { label, hint } = t.away.pages[name];
  const links: Record<NotYetName, { to: string; label: string }> = {
    quickTag: { to: `/dataset/${id}`, label: t.datasets.title },
    conflicts: { to: `/dataset/${id}`, label: t.datasets.title },
    duplicates: { to: `/dataset/${id}`, label: t.datasets.title },
    versions: { to: `/dataset/${id}/history`, label: t.history.title },
    sources: { to: '/dataset/tags/dictionary', label: t.dictionary.title },
    taggerJobs: { to: '/tagger/models', label: t.tagger.title },
    review: { to: '/tagger/models', label: t.tagger.title },
    newRun: { to: '/training', label: t.training.title },
    run: { to: '/training', label: t.training.title },
    compare: { to: '/training', label: t.training.title },
    learned: { to: '/training', label: t.training.title },
    log: { to: '/dataset', label: t.datasets.title },
    text: { to: '/dataset/tags/dictionary', label: t.dictionary.title },
    vectors: { to: '/dataset', label: t.datasets.title },
  };
  const link = links[name];
  return (
    <Page title={label}>
      <EmptyState
        icon={Hourglass}
        title={t.away.title}
        action={<ButtonLink to={link.to}>{`${t.away.links}: ${link.label}`}</ButtonLink>}
      >
        {hint}
      </EmptyState>
    </Page>
  );
}
