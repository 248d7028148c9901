import { ImageOff, SearchX } from 'lucide-react';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { ItemId } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useShortcuts } from '@/shared/keys/useShortcuts';
import { persisted, usePersisted } from '@/shared/store/persisted';
import { Button } from '@/shared/ui/Button';
import { useDocumentTitle } from '@/shared/ui/Page';
import { EmptyState, ErrorState, SkeletonList } from '@/shared/ui/States';
import { DatasetHead } from './DatasetHead';
import { ViewTags } from './ViewTags';
import { AutoTagDialog } from './actions/AutoTagDialog';
import { ExportDialog } from './actions/ExportDialog';
import { SelectionPanel } from './actions/SelectionPanel';
import type { Scope } from './actions/scope';
import { ImageGrid } from './grid/ImageGrid';
import { useSelection } from './grid/selection';
import { ItemView } from './item/ItemView';
import { SearchBar } from './search/SearchBar';
import { conditionFor, joinConditions, splitConditions } from './search/conditions';
import { PAGE_SIZE, useItemList } from './useItemList';
import { useDataset } from './useDataset';
import { useView } from './view';
import { useViewTags } from './useViewTags';
import './items.css';

const rowHeight = persisted('fuda.grid.height', 180);

/** A dataset: search, tags in view, the grid, the selection; and over it, one image when one is open. */
export function DatasetPage() {
  const t = useText();
  const dataset = Number(useParams()['id']);
  const { view, item, setSearch, setSort, openItem, closeItem } = useView();
  const viewKey = `${dataset} ${view.sort} ${view.search}`;
  const [target, setTarget] = usePersisted(rowHeight);
  const [dialog, setDialog] = useState<{ kind: 'auto-tag' | 'export'; item?: ItemId } | null>(null);
  const addRef = useRef<HTMLInputElement>(null);

  const [gridPages, setGridPages] = useState<number[]>([1]);
  const [itemPages, setItemPages] = useState<number[]>([]);
  const wanted = [...new Set([...gridPages, ...itemPages])].sort((a, b) => a - b);
  const list = useItemList(dataset, view, wanted);
  const tags = useViewTags(dataset, view.search);
  const select = useSelection(viewKey, list);
  const facts = useDataset(dataset);
  useDocumentTitle(facts.data?.name ?? t.datasets.title);

  const everything: Scope =
    view.search === '' ? { kind: 'all', size: list.total } : { kind: 'search', search: view.search, size: list.total };
  const { selection } = select;
  const scope: Scope =
    selection.kind === 'items' && selection.ids.size > 0 ? { kind: 'items', ids: [...selection.ids] } : everything;
  const autoTag = () => setDialog({ kind: 'auto-tag' });
  const exportView = () => setDialog({ kind: 'export' });
  useShortcuts(
    { gridAutoTag: autoTag, gridExport: exportView, gridAddTag: () => addRef.current?.focus() },
    item === null,
  );

  const openAt = (index: number, walking = false) => {
    const found = list.at(index);
    if (!found) return;
    // The neighbours' pages are wanted too, so that the next step is there.
    setItemPages(
      [index - 1, index + 1].filter((at) => at >= 0 && at < list.total).map((at) => Math.floor(at / PAGE_SIZE) + 1),
    );
    openItem(found.id, walking);
  };
  const addCondition = (condition: string) => setSearch(joinConditions([...splitConditions(view.search), condition]));

  if (Number.isNaN(dataset) || facts.isError) {
    return facts.isError ? (
      <ErrorState error={facts.error} onRetry={() => void facts.refetch()} />
    ) : (
      <EmptyState icon={ImageOff} title={t.grid.notFound} />
    );
  }
  return (
    <div className="dataset-page">
      <div className="dataset-under" inert={item !== null}>
        <DatasetHead
          dataset={facts.data}
          sort={view.sort}
          target={target}
          onSort={setSort}
          onTarget={setTarget}
          onAutoTag={autoTag}
          onExport={exportView}
        />
        <SearchBar
          key={viewKey}
          dataset={dataset}
          search={view.search}
          counts={tags.counts}
          enabled={item === null}
          onSearch={setSearch}
        />
        <div className="dataset-columns">
          <ViewTags tags={tags.isError ? [] : tags.data} onCondition={addCondition} />
          <section className="dataset-grid" aria-label={t.grid.label}>
            {list.isPending ? (
              <SkeletonList rows={4} height={target} />
            ) : list.error ? (
              <ErrorState error={list.error} onRetry={list.retry} />
            ) : list.total === 0 ? (
              view.search === '' ? (
                <EmptyState icon={ImageOff} title={t.grid.emptyTitle}>
                  {t.grid.emptyText}
                </EmptyState>
              ) : (
                <EmptyState
                  icon={SearchX}
                  title={t.grid.nothingTitle}
                  action={<Button onClick={() => setSearch('')}>{t.grid.showAll}</Button>}
                >
                  {t.grid.nothingText}
                </EmptyState>
              )
            ) : (
              <ImageGrid
                list={list}
                target={target}
                viewKey={viewKey}
                select={select}
                openIndex={item === null ? null : list.indexOf(item)}
                onOpen={openAt}
                onPages={setGridPages}
              />
            )}
          </section>
          <SelectionPanel
            dataset={dataset}
            list={list}
            select={select}
            counts={tags.counts}
            addRef={addRef}
            onAutoTag={autoTag}
            onExport={exportView}
          />
        </div>
      </div>
      {item !== null && (
        <ItemView
          key={item}
          dataset={dataset}
          item={item}
          list={list}
          counts={tags.counts}
          onWalk={(index) => openAt(index, true)}
          onClose={closeItem}
          onAutoTag={() => setDialog({ kind: 'auto-tag', item })}
          onSearchTag={(tag) => setSearch(conditionFor(tag))}
        />
      )}
      {dialog?.kind === 'auto-tag' && (
        <AutoTagDialog
          dataset={dataset}
          scope={dialog.item === undefined ? scope : { kind: 'items', ids: [dialog.item] }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'export' && (
        <ExportDialog dataset={dataset} scope={everything} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}
