import { MapPinOff } from 'lucide-react';
import { useText } from '@/shared/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Page } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/States';

export function NotFoundPage() {
  const t = useText();
  return (
    <Page title={t.notFound.title}>
      <EmptyState
        icon={MapPinOff}
        title={t.notFound.title}
        action={<ButtonLink to="/dataset">{t.notFound.home}</ButtonLink>}
      >
        {t.notFound.hint}
      </EmptyState>
    </Page>
  );
}
