import { FolderOpen, GraduationCap, ServerCog, Sparkles, Tag, Type, type LucideIcon } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useText } from '@/shared/i18n';

interface Entry {
  to: string;
  icon: LucideIcon;
  label: string;
  active: (path: string) => boolean;
}

export function Nav() {
  const t = useText();
  const { pathname } = useLocation();
  const inTags = pathname.startsWith('/dataset/tags');
  const entries: Entry[] = [
    { to: '/dataset', icon: FolderOpen, label: t.nav.data, active: (path) => path.startsWith('/dataset') && !inTags },
    { to: '/dataset/tags/dictionary', icon: Tag, label: t.nav.tags, active: () => inTags },
    { to: '/tagger/models', icon: Sparkles, label: t.nav.tagger, active: (path) => path.startsWith('/tagger') },
    { to: '/training', icon: GraduationCap, label: t.nav.train, active: (path) => path.startsWith('/training') },
    { to: '/text', icon: Type, label: t.nav.text, active: (path) => path === '/text' || path === '/vectors' },
    { to: '/system', icon: ServerCog, label: t.nav.system, active: (path) => path.startsWith('/system') },
  ];
  return (
    <nav className="nav" aria-label={t.nav.label}>
      <ul>
        {entries.map(({ to, icon: Icon, label, active }) => (
          <li key={to}>
            <Link to={to} aria-current={active(pathname) ? 'page' : undefined}>
              <Icon size={18} strokeWidth={1.75} aria-hidden />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
