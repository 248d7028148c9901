import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { IconButton } from './Button';

export function Pager({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const t = useText();
  const format = useFormat();
  if (pages <= 1) return null;
  return (
    <div className="row pager">
      <IconButton
        label={t.common.previousPage}
        icon={<ChevronLeft size={16} />}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <span className="num soft">
        {format.count(page)} / {format.count(pages)}
      </span>
      <IconButton
        label={t.common.nextPage}
        icon={<ChevronRight size={16} />}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
    </div>
  );
}
