/** One row of the grid. Positions and sizes are CSS pixels; `first` is the index of its first item in the view. */
export interface Row {
  top: number;
  height: number;
  first: number;
  widths: number[];
}

export interface LayoutInput {
  total: number;
  /** Width ÷ height of an item, or undefined while its page has not come. */
  aspectOf: (index: number) => number | undefined;
  width: number;
  /** The height that a row should have, before it is stretched to fill its line. */
  target: number;
  gap: number;
}

const NARROWEST = 0.45;
const WIDEST = 2.6;
const GUESS = 0.8;

/**
 * Justified rows: each line is filled to the full width with its pictures at one height. Items that are not loaded yet
 * get the mean shape of those that are, so that the scroll bar is about right from the start.
 */
export function justify({ total, aspectOf, width, target, gap }: LayoutInput): Row[] {
  if (width <= 0) return [];
  const shape = (index: number, mean: number) => Math.min(WIDEST, Math.max(NARROWEST, aspectOf(index) ?? mean));
  const mean = meanAspect(total, aspectOf);
  const rows: Row[] = [];
  let top = 0;
  let first = 0;
  let aspects: number[] = [];
  let sum = 0;

  const close = (height: number) => {
    rows.push({ top, height, first, widths: aspects.map((aspect) => aspect * height) });
    top += height + gap;
    first += aspects.length;
    aspects = [];
    sum = 0;
  };
  for (let index = 0; index < total; index++) {
    const aspect = shape(index, mean);
    // Stop the row before this item when the row is closer to its target height without it.
    const heightWith = (width - gap * aspects.length) / (sum + aspect);
    if (aspects.length > 0 && heightWith < target) {
      const heightWithout = (width - gap * (aspects.length - 1)) / sum;
      if (heightWithout - target < target - heightWith) {
        close(heightWithout);
      }
    }
    aspects.push(aspect);
    sum += aspect;
    const height = (width - gap * (aspects.length - 1)) / sum;
    if (height <= target) close(height);
  }
  // The last line is not blown up to fill the width.
  if (aspects.length > 0) close(Math.min(target, (width - gap * (aspects.length - 1)) / sum));
  return rows;
}

function meanAspect(total: number, aspectOf: LayoutInput['aspectOf']): number {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < total && count < 400; index++) {
    const aspect = aspectOf(index);
    if (aspect !== undefined) {
      sum += Math.min(WIDEST, Math.max(NARROWEST, aspect));
      count += 1;
    }
  }
  return count === 0 ? GUESS : sum / count;
}

/** The position of the row that holds an item, or that covers a height: binary search, rows are in order. */
export function rowOfItem(rows: readonly Row[], index: number): number {
  return lastWhere(rows, (row) => row.first <= index);
}

export function rowAtHeight(rows: readonly Row[], y: number): number {
  return lastWhere(rows, (row) => row.top <= y);
}

/** A rectangle in the coordinates of the rows. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The items that a rectangle touches, in order. */
export function cellsInBox(rows: readonly Row[], gap: number, box: Box): number[] {
  const found: number[] = [];
  for (let at = rowAtHeight(rows, box.top); at < rows.length; at++) {
    const row = rows[at];
    if (!row || row.top > box.top + box.height) break;
    if (row.top + row.height < box.top) continue;
    let left = 0;
    row.widths.forEach((width, column) => {
      if (left <= box.left + box.width && left + width >= box.left) found.push(row.first + column);
      left += width + gap;
    });
  }
  return found;
}

function lastWhere(rows: readonly Row[], test: (row: Row) => boolean): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const row = rows[middle];
    if (row && test(row)) low = middle;
    else high = middle - 1;
  }
  return low;
}
