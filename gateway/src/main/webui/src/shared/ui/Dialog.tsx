import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useText } from '@/shared/i18n';
import { Button, IconButton } from './Button';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  /** When given, the dialog is a form and this runs on Enter or the submit button. */
  onSubmit?: () => void;
}

/** A modal dialog: the browser keeps the focus inside and closes it on Esc. Rendered only while it is open. */
export function Dialog({ title, onClose, children, footer, wide, onSubmit }: DialogProps) {
  const t = useText();
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    const back = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    // The first thing to fill in has the focus; without one, the way out (which stands before the dangerous button).
    dialog?.querySelector<HTMLElement>('.body input, .body select, .body textarea, footer button')?.focus();
    return () => {
      dialog?.close();
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  const inside = (
    <>
      <header>
        <h2 id={heading}>{title}</h2>
        <IconButton label={t.common.close} icon={<X size={16} />} onClick={onClose} />
      </header>
      <div className="body">{children}</div>
      {footer && <footer>{footer}</footer>}
    </>
  );
  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {onSubmit ? (
        <form
          className="dialog-form"
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      ) : (
        inside
      )}
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({ title, children, confirm, danger, busy, onConfirm, onClose }: ConfirmProps) {
  const t = useText();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={onConfirm}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} disabled={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
