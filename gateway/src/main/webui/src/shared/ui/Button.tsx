import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';

type Variant = 'plain' | 'primary' | 'quiet' | 'danger';

interface Look {
  variant?: Variant;
  small?: boolean;
  icon?: ReactNode;
}

const classes = (look: Look, iconOnly: boolean, more = '') =>
  [
    'button',
    look.variant && look.variant !== 'plain' ? look.variant : '',
    look.small ? 'small' : '',
    iconOnly ? 'icon' : '',
    more,
  ]
    .filter(Boolean)
    .join(' ');

export function Button({ variant, small, icon, children, className, ...rest }: ComponentProps<'button'> & Look) {
  return (
    <button type="button" className={classes({ variant, small } as Look, false, className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** A button that is only an icon: its label is read aloud and shown on hover. */
export function IconButton({
  label,
  icon,
  variant = 'quiet',
  small,
  className,
  ...rest
}: ComponentProps<'button'> & Look & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classes({ variant, small } as Look, true, className)}
      {...rest}
    >
      {icon}
    </button>
  );
}

export function ButtonLink({ variant, small, icon, children, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return (
    <Link className={classes({ variant, small } as Look, false, className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
