import type { ReactNode } from 'react';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Notice } from '@/shared/ui/States';
import { Reach } from './Reach';
import { usePreview, type OperationOrder } from './useOperations';

interface DecisionDialogProps {
  title: string;
  /** What the decision comes down to; with an empty target, what is asked for above the reach is not chosen yet. */
  order: OperationOrder;
  /** What the button says. */
  confirm: string;
  danger?: boolean;
  busy: boolean;
  /** Why it could not be done. */
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A decision that is an operation on the dictionary: what it touches is shown first, then it can be taken. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { title, order, confirm, danger, busy, error, onConfirm, onClose, children } = props;
  const t = useText();
  const preview = usePreview(order);
  const shown = preview.isSuccess && !preview.isFetching;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => shown && !busy && onConfirm()}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} disabled={!shown || busy}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      <p className="soft">{t.operations.hints[order.kind]}</p>
      <Reach preview={preview} apply={order.apply} />
      {error && <Notice tone="bad">{error.message}</Notice>}
    </Dialog>
  );
}
