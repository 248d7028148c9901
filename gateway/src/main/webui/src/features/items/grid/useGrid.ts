import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { PAGE_SIZE, type ItemList } from '../useItemList';
import { justify, rowAtHeight, rowOfItem, type Row } from './layout';

const GAP = 6;

interface GridInput {
  scroller: RefObject<HTMLDivElement | null>;
  list: ItemList;
  target: number;
  /** Changes when the grid shows something else and should start at its top again. */
  viewKey: string;
  onPages: (pages: number[]) => void;
}

/** Rows, windowing and scroll position of the grid. The first picture in view stays where it is when pages above it come. */
export function useGrid({ scroller, list, target, viewKey, onPages }: GridInput) {
  const width = useWidth(scroller);
  const rows = useMemo(
    () =>
      justify({
        total: list.total,
        aspectOf: (index) => {
          const item = list.at(index);
          return item && item.width > 0 && item.height > 0 ? item.width / item.height : undefined;
        },
        width,
        target,
        gap: GAP,
      }),
    [list, width, target],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.height ?? target) + GAP,
    overscan: 2,
  });

  const anchor = useRef({ item: 0, offset: 0 });
  const laidOut = useRef<{ rows: Row[]; viewKey: string }>({ rows: [], viewKey });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || laidOut.current.rows === rows) return;
    virtualizer.measure();
    if (laidOut.current.viewKey !== viewKey) anchor.current = { item: 0, offset: 0 };
    laidOut.current = { rows, viewKey };
    const row = rows[rowOfItem(rows, anchor.current.item)];
    const top = anchor.current.item === 0 && anchor.current.offset === 0 ? 0 : (row?.top ?? 0) + anchor.current.offset;
    if (Math.abs(element.scrollTop - top) > 1) element.scrollTop = top;
  }, [rows, viewKey, virtualizer, scroller]);

  const onScroll = useCallback(() => {
    const y = scroller.current?.scrollTop ?? 0;
    const row = rows[rowAtHeight(rows, y)];
    if (row) anchor.current = { item: row.first, offset: y - row.top };
  }, [rows, scroller]);

  const shown = virtualizer.getVirtualItems();
  const firstItem = rows[shown[0]?.index ?? 0]?.first ?? 0;
  const lastRow = rows[shown.at(-1)?.index ?? 0];
  const lastItem = lastRow ? lastRow.first + lastRow.widths.length - 1 : 0;
  const firstPage = Math.floor(firstItem / PAGE_SIZE) + 1;
  const lastPage = Math.floor(lastItem / PAGE_SIZE) + 1;
  useEffect(() => {
    // A page that only flies past while scrolling is not asked for.
    const timer = setTimeout(() => {
      onPages(Array.from({ length: lastPage - firstPage + 1 }, (_, step) => firstPage + step));
    }, 70);
    return () => clearTimeout(timer);
  }, [firstPage, lastPage, onPages]);

  const reveal = useCallback(
    (item: number) => {
      const element = scroller.current;
      const row = rows[rowOfItem(rows, item)];
      if (!element || !row) return;
      if (row.top < element.scrollTop) element.scrollTop = Math.max(0, row.top - GAP);
      else if (row.top + row.height > element.scrollTop + element.clientHeight) {
        element.scrollTop = row.top + row.height - element.clientHeight + GAP;
      }
    },
    [rows, scroller],
  );
  return { onScroll, rows, shown, height: virtualizer.getTotalSize(), gap: GAP, reveal };
}

function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const style = getComputedStyle(element);
      setWidth(
        Math.floor(element.clientWidth - parseFloat(style.paddingLeft || '0') - parseFloat(style.paddingRight || '0')),
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

/** Where the arrow keys lead from an item: sideways by one, up and down to the nearest picture of the next row. */
export function moveInRows(
  rows: readonly Row[],
  item: number,
  key: 'left' | 'right' | 'up' | 'down',
  total: number,
): number {
  if (key === 'left') return Math.max(0, item - 1);
  if (key === 'right') return Math.min(total - 1, item + 1);
  const at = rowOfItem(rows, item);
  const from = rows[at];
  const to = rows[key === 'up' ? at - 1 : at + 1];
  if (!from || !to) return item;
  const middle = centre(from, item - from.first);
  let best = 0;
  let distance = Infinity;
  to.widths.forEach((_, column) => {
    const away = Math.abs(centre(to, column) - middle);
    if (away < distance) {
      distance = away;
      best = column;
    }
  });
  return to.first + best;
}

function centre(row: Row, column: number): number {
  const left = row.widths.slice(0, column).reduce((sum, width) => sum + width + GAP, 0);
  return left + (row.widths[column] ?? 0) / 2;
}
