import { ChevronRight } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import './page.css';

interface PageProps {
  title: string;
  /** What stands before the title, outermost first. */
  trail?: readonly { to: string; label: string }[];
  facts?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of running content: breadcrumb, title, facts, actions, then its content in one scrolling column. */
export function Page({ title, trail, facts, actions, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <div className="page">
      <div className="inner">
        <div className="page-head">
          <div className="grow">
            <Trail trail={trail} title={title} />
            {facts}
          </div>
          {actions}
        </div>
        {children}
      </div>
    </div>
  );
}

export function Trail({ trail = [], title }: Pick<PageProps, 'trail' | 'title'>) {
  return (
    <div className="trail">
      {trail.map((step) => (
        <span key={step.to} className="row">
          <Link to={step.to}>{step.label}</Link>
          <ChevronRight size={14} aria-hidden />
        </span>
      ))}
      <h1>{title}</h1>
    </div>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 札 Fuda`;
  }, [title]);
}
