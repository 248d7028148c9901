import { useEffect, useRef, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react';

interface MenuProps {
  /** Renders the button; spread the props into it. */
  button: (props: Pick<ComponentProps<'button'>, 'onClick' | 'aria-expanded' | 'aria-haspopup'>) => ReactNode;
  /** Choosing one of the items closes the menu. */
  children: ReactNode;
}

/** A drop-down menu: arrows move, Esc and a click elsewhere close it. Items are elements with role="menuitem". */
export function Menu({ button, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const root = ref.current;
    root?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    ref.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const items = [...(ref.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const next = moves[event.key];
    if (next !== undefined) items.at(next % items.length)?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    if (next !== undefined || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- listens to the keys of the items inside
    <div className="menu" ref={ref} onKeyDown={onKeyDown}>
      {button({ onClick: () => setOpen(!open), 'aria-expanded': open, 'aria-haspopup': 'menu' })}
      {open && (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- hears the clicks of its items
        <div role="menu" onClick={close}>
          {children}
        </div>
      )}
    </div>
  );
}

export function MenuItem({ icon, children, className, ...rest }: ComponentProps<'button'> & { icon?: ReactNode }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={className} {...rest}>
      {icon}
      {children}
    </button>
  );
}
