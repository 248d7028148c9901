import { describe, expect, it } from 'vitest';
import { cellsInBox, justify, rowAtHeight, rowOfItem } from './layout';
import { moveInRows } from './useGrid';

const input = (aspects: (number | undefined)[], more = {}) => ({
  total: aspects.length,
  aspectOf: (index: number) => aspects[index],
  width: 1000,
  target: 200,
  gap: 10,
  ...more,
});

describe('justify', () => {
  it('fills every line but the last to the full width', () => {
    const aspects = Array.from({ length: 97 }, (_, index) => 0.5 + ((index * 37) % 100) / 60);
    const rows = justify(input(aspects));
    for (const row of rows.slice(0, -1)) {
      const width = row.widths.reduce((sum, one) => sum + one, 0) + 10 * (row.widths.length - 1);
      expect(width).toBeCloseTo(1000, 5);
      expect(row.height).toBeGreaterThan(110);
      expect(row.height).toBeLessThan(320);
    }
  });

  it('places every item exactly once, in order', () => {
    const rows = justify(input(Array.from({ length: 53 }, (_, index) => (index % 5) / 2 + 0.4)));
    let next = 0;
    for (const row of rows) {
      expect(row.first).toBe(next);
      next += row.widths.length;
    }
    expect(next).toBe(53);
  });

  it('does not blow up a last line that is not full', () => {
    expect(justify(input([1]))).toEqual([{ top: 0, height: 200, first: 0, widths: [200] }]);
  });

  it('guesses the shape of items that have not come by those that have', () => {
    const rows = justify(input([2, 2, undefined, undefined]));
    expect(rows.flatMap((row) => row.widths.map((width) => width / row.height))).toEqual([2, 2, 2, 2]);
  });

  it('holds extreme shapes in bounds', () => {
    const rows = justify(input([50]));
    expect((rows[0]?.widths[0] ?? 0) / (rows[0]?.height ?? 1)).toBeCloseTo(2.6);
  });

  it('is empty without items or width', () => {
    expect(justify(input([]))).toEqual([]);
    expect(justify(input([1], { width: 0 }))).toEqual([]);
  });
});

describe('finding rows', () => {
  const rows = justify(input(Array.from({ length: 20 }, () => 1)));

  it('finds the row of an item and of a height', () => {
    expect(rowOfItem(rows, 0)).toBe(0);
    expect(rowOfItem(rows, rows[1]?.first ?? -1)).toBe(1);
    expect(rowOfItem(rows, 19)).toBe(rows.length - 1);
    expect(rowAtHeight(rows, (rows[2]?.top ?? 0) + 1)).toBe(2);
  });

  it('moves up and down to the picture that stands nearest', () => {
    const columns = rows[0]?.widths.length ?? 0;
    expect(moveInRows(rows, 0, 'down', 20)).toBe(columns);
    expect(moveInRows(rows, columns, 'up', 20)).toBe(0);
    expect(moveInRows(rows, 0, 'up', 20)).toBe(0);
    expect(moveInRows(rows, 19, 'right', 20)).toBe(19);
  });
});

describe('cellsInBox', () => {
  const rows = justify(input(Array.from({ length: 20 }, () => 1)));
  const columns = rows[0]?.widths.length ?? 0;
  const second = rows[1]?.top ?? 0;

  it('takes what the box touches, over rows', () => {
    expect(cellsInBox(rows, 10, { left: 5, top: 5, width: 1, height: 1 })).toEqual([0]);
    expect(cellsInBox(rows, 10, { left: 0, top: 10, width: 20, height: second })).toEqual([0, columns]);
    expect(cellsInBox(rows, 10, { left: 0, top: 0, width: 1000, height: 10_000 })).toHaveLength(20);
  });

  it('takes nothing in the gap between two rows', () => {
    expect(cellsInBox(rows, 10, { left: 0, top: second - 6, width: 900, height: 2 })).toEqual([]);
  });
});
