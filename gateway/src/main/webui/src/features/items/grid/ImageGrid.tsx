import { useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '@/shared/i18n';
import { useShortcuts } from '@/shared/keys/useShortcuts';
import type { ItemList } from '../useItemList';
import { GridCell } from './GridCell';
import { isSelected, type SelectionControl } from './selection';
import { moveInRows, useGrid } from './useGrid';
import { useLasso } from './useLasso';
import './grid.css';

interface ImageGridProps {
  list: ItemList;
  target: number;
  viewKey: string;
  select: SelectionControl;
  /** The item that is open over the grid: the grid keeps it in view and leaves the keys to it. */
  openIndex: number | null;
  onOpen: (index: number) => void;
  onPages: (pages: number[]) => void;
}

export function ImageGrid({ list, target, viewKey, select, openIndex, onOpen, onPages }: ImageGridProps) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useGrid({ scroller, list, target, viewKey, onPages });
  const [cursor, setCursor] = useState({ viewKey, index: 0, shown: false });
  const at = cursor.viewKey === viewKey ? Math.min(cursor.index, Math.max(0, list.total - 1)) : 0;

  const { rows, reveal } = grid;
  const moveTo = (index: number) => {
    setCursor({ viewKey, index, shown: true });
    reveal(index);
  };
  const move = (key: 'left' | 'right' | 'up' | 'down') => (event: KeyboardEvent) => {
    const next = moveInRows(rows, at, key, list.total);
    if (event.shiftKey) select.extendTo(next);
    moveTo(next);
  };
  useShortcuts(
    {
      gridLeft: move('left'),
      gridRight: move('right'),
      gridUp: move('up'),
      gridDown: move('down'),
      gridFirst: () => moveTo(0),
      gridLast: () => moveTo(list.total - 1),
      gridToggle: () => select.toggle(at),
      gridOpen: () => list.at(at) && onOpen(at),
      gridAll: select.all,
      gridInvert: select.invert,
      gridClear: select.clear,
    },
    openIndex === null && list.total > 0,
  );
  const before = useRef(select.selection);
  const lasso = useLasso({
    scroller,
    rows,
    gap: grid.gap,
    onStart: () => {
      before.current = select.selection;
    },
    onCells: (indexes) => select.put(indexes, before.current),
  });
  useEffect(() => {
    if (openIndex !== null && openIndex >= 0) reveal(openIndex);
  }, [openIndex, reveal]);

  const latest = useRef({ select, onOpen });
  useEffect(() => {
    latest.current = { select, onOpen };
  });
  const open = useCallback(
    (index: number) => {
      setCursor({ viewKey, index, shown: false });
      latest.current.onOpen(index);
    },
    [viewKey],
  );
  const toggle = useCallback((index: number) => latest.current.select.toggle(index), []);
  const extend = useCallback((index: number) => latest.current.select.extendTo(index), []);

  return (
    <div
      ref={scroller}
      className={`grid${select.size > 0 ? ' selecting' : ''}`}
      role="listbox"
      tabIndex={0}
      aria-label={t.grid.label}
      aria-multiselectable="true"
      aria-activedescendant={list.at(at) ? `cell-${at}` : undefined}
      onScroll={grid.onScroll}
      onPointerDown={lasso.onPointerDown}
    >
      <div role="presentation" className="grid-inner" style={{ height: grid.height }}>
        {grid.shown.map(({ index: rowIndex, start }) => {
          const row = rows[rowIndex];
          if (!row) return null;
          return (
            <div
              key={rowIndex}
              role="presentation"
              className="grid-row"
              style={{ transform: `translateY(${start}px)`, gap: grid.gap }}
            >
              {row.widths.map((width, column) => {
                const index = row.first + column;
                const item = list.at(index);
                return item ? (
                  <GridCell
                    key={item.id}
                    item={item}
                    index={index}
                    total={list.total}
                    width={width}
                    height={row.height}
                    selected={isSelected(select.selection, item.id)}
                    cursor={cursor.shown && index === at}
                    onOpen={open}
                    onToggle={toggle}
                    onExtend={extend}
                  />
                ) : (
                  <div key={index} className="cell skeleton" style={{ width, height: row.height }} aria-hidden="true" />
                );
              })}
            </div>
          );
        })}
        {lasso.box && <div className="lasso" style={lasso.box} aria-hidden="true" />}
      </div>
    </div>
  );
}
