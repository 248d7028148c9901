import { GitCompareArrows } from 'lucide-react';
import { useText } from '@/shared/i18n';
import { showTag } from '@/shared/tags/categories';
import { Button } from '@/shared/ui/Button';

interface ConflictNoticeProps {
  theirs: readonly string[];
  mine: readonly string[];
  onResolve: (choice: 'theirs' | 'mine' | 'both') => void;
}

/** Both versions side by side, what differs marked; a person decides. */
export function ConflictNotice({ theirs, mine, onResolve }: ConflictNoticeProps) {
  const t = useText();
  return (
    <section className="conflict stack" role="alert" aria-label={t.item.conflictTitle}>
      <h2 className="minor row">
        <GitCompareArrows size={15} aria-hidden /> {t.item.conflictTitle}
      </h2>
      <p className="soft">{t.item.conflictText}</p>
      <div className="two-columns">
        <Version title={t.item.theirs} tags={theirs} other={mine} />
        <Version title={t.item.mine} tags={mine} other={theirs} />
      </div>
      <div className="row wrap">
        <Button small onClick={() => onResolve('theirs')}>
          {t.item.keepTheirs}
        </Button>
        <Button small onClick={() => onResolve('mine')}>
          {t.item.keepMine}
        </Button>
        <Button small variant="primary" onClick={() => onResolve('both')}>
          {t.item.keepBoth}
        </Button>
      </div>
    </section>
  );
}

function Version({ title, tags, other }: { title: string; tags: readonly string[]; other: readonly string[] }) {
  return (
    <div>
      <strong>{title}</strong>
      <p>
        {tags.map((tag, index) => (
          <span key={tag}>
            {index > 0 && ', '}
            {other.includes(tag) ? showTag(tag) : <ins>{showTag(tag)}</ins>}
          </span>
        ))}
      </p>
    </div>
  );
}
