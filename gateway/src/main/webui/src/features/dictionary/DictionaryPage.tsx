import { BookOpen, Download, Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { OperationDialog } from '@/shared/dictionary/OperationDialog';
import { TagNav } from '@/shared/dictionary/TagNav';
import type { OperationKind, TagView } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Button } from '@/shared/ui/Button';
import { Trail, useDocumentTitle } from '@/shared/ui/Page';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui/States';
import { DictionaryFilters } from './DictionaryFilters';
import { DictionaryTable } from './DictionaryTable';
import { ExportDialog } from './ExportDialog';
import { ImportDialog } from './ImportDialog';
import { TagDetail } from './TagDetail';
import { TagDialog } from './TagDialog';
import { useDictionary, useFilters } from './useDictionary';
import './dictionary.css';

type Open =
  | { kind: 'import' }
  | { kind: 'export' }
  | { kind: 'edit'; tag: TagView | null }
  | { kind: 'about'; tag: TagView }
  | { kind: 'change'; tag: TagView; what: OperationKind };

export function DictionaryPage() {
  const t = useText();
  const format = useFormat();
  const { filters, set } = useFilters();
  const [pages, setPages] = useState<number[]>([]);
  const tags = useDictionary(filters, pages);
  const [open, setOpen] = useState<Open | null>(null);
  const filtered =
    filters.search !== '' ||
    filters.category !== '' ||
    filters.source !== 'all' ||
    filters.official !== 'all' ||
    filters.deprecated === 'only';
  useDocumentTitle(t.dictionary.title);
  return (
    <div className="dictionary">
      <header className="dictionary-head">
        <div className="grow row wrap">
          <Trail title={t.dictionary.title} />
          <span className="faint num" role="status">
            {tags.first.data && t.dictionary.total(format.count(tags.total))}
          </span>
        </div>
        <Button icon={<Download size={15} />} onClick={() => setOpen({ kind: 'export' })}>
          {t.dictionary.export}
        </Button>
        <Button icon={<Upload size={15} />} onClick={() => setOpen({ kind: 'import' })}>
          {t.dictionary.import}
        </Button>
        <Button variant="primary" icon={<Plus size={16} />} onClick={() => setOpen({ kind: 'edit', tag: null })}>
          {t.dictionary.add}
        </Button>
      </header>
      <div className="dictionary-nav">
        <TagNav />
      </div>
      <DictionaryFilters filters={filters} onChange={set} />
      {tags.first.isPending ? (
        <div className="dictionary-wait">
          <SkeletonList rows={12} height={28} />
        </div>
      ) : tags.first.isError ? (
        <ErrorState error={tags.first.error} onRetry={() => void tags.first.refetch()} />
      ) : tags.total === 0 ? (
        filtered ? (
          <EmptyState icon={BookOpen} title={t.dictionary.nothing}>
            {t.dictionary.nothingHint}
          </EmptyState>
        ) : (
          <EmptyState
            icon={BookOpen}
            title={t.dictionary.emptyTitle}
            action={
              <Button variant="primary" icon={<Upload size={15} />} onClick={() => setOpen({ kind: 'import' })}>
                {t.dictionary.import}
              </Button>
            }
          >
            {t.dictionary.emptyText}
          </EmptyState>
        )
      ) : (
        <DictionaryTable
          key={JSON.stringify(filters)}
          total={tags.total}
          at={tags.at}
          onPages={setPages}
          onEdit={(tag) => setOpen({ kind: 'edit', tag })}
          onAbout={(tag) => setOpen({ kind: 'about', tag })}
          onDelete={(tag) => setOpen({ kind: 'change', tag, what: 'delete' })}
          onCategory={(category) => set({ category })}
        />
      )}
      {open?.kind === 'import' && <ImportDialog onClose={() => setOpen(null)} />}
      {open?.kind === 'export' && <ExportDialog filters={filters} onClose={() => setOpen(null)} />}
      {open?.kind === 'edit' && (
        <TagDialog
          tag={open.tag}
          onClose={() => setOpen(null)}
          onChange={(tag, what) => setOpen({ kind: 'change', tag, what })}
        />
      )}
      {open?.kind === 'about' && (
        <TagDetail
          tag={open.tag}
          onClose={() => setOpen(null)}
          onEdit={() => setOpen({ kind: 'edit', tag: open.tag })}
          onChange={() => setOpen({ kind: 'change', tag: open.tag, what: 'rename' })}
        />
      )}
      {open?.kind === 'change' && <OperationDialog tag={open.tag.tag} kind={open.what} onClose={() => setOpen(null)} />}
    </div>
  );
}
