import { X } from 'lucide-react';
import { NavLink } from 'react-router';
import { useText } from '@/shared/i18n';
import { Button, IconButton } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/States';
import { useLastOperation } from './useOperations';
import './operations.css';

/** The pages of the tag dictionary side by side, and the way back from what was done last. */
export function TagNav() {
  const t = useText();
  const { last, undo, dismiss, busy } = useLastOperation();
  const pages = [
    ['dictionary', t.tagNav.dictionary],
    ['', t.tagNav.groups],
    ['aliases', t.tagNav.aliases],
    ['implications', t.tagNav.implications],
    ['review', t.tagNav.review],
    ['vocabularies', t.tagNav.vocabularies],
    ['operations', t.tagNav.history],
    ['stats', t.tagNav.stats],
  ] as const;
  return (
    <>
      <nav className="tag-nav" aria-label={t.tagNav.label}>
        {pages.map(([path, label]) => (
          <NavLink key={path} to={path === '' ? '/dataset/tags' : `/dataset/tags/${path}`} end>
            {label}
          </NavLink>
        ))}
      </nav>
      {last && (
        <div className="tag-nav-undo" role="status">
          <Notice tone="good">
            <div className="row wrap">
              <span className="grow">
                {last.title}
                {last.undone && ` · ${t.operations.undone}`}
              </span>
              {!last.undone && (
                <Button small disabled={busy} onClick={undo}>
                  {t.operations.undo}
                </Button>
              )}
              <IconButton small label={t.operations.close} icon={<X size={13} />} onClick={dismiss} />
            </div>
          </Notice>
        </div>
      )}
    </>
  );
}
