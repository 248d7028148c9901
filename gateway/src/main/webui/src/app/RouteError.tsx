import { Bug, RotateCw } from 'lucide-react';
import { useRouteError } from 'react-router';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/States';

/** The error boundary of a page: the frame around it stays usable. Also met when a new version replaced a lazy script. */
export function RouteError() {
  const t = useText();
  const error = useRouteError();
  return (
    <div role="alert">
      <EmptyState
        icon={Bug}
        title={t.common.crashed}
        action={
          <Button icon={<RotateCw size={15} />} onClick={() => location.reload()}>
            {t.common.reload}
          </Button>
        }
      >
        {t.common.crashedHint} <code>{error instanceof Error ? error.message : String(error)}</code>
      </EmptyState>
    </div>
  );
}
