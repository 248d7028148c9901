import { describe, expect, it } from 'vitest';
import type { DatasetItem } from '@/shared/api/types';
import { inLanes, planBulk, tagShares } from './bulk';
import { fileName } from '@/shared/api/download';

const item = (id: number, tags: string[], subtype = 'main') =>
  ({ id, tags: { [subtype]: tags.map((tag) => ({ tag })) } }) as unknown as DatasetItem;

describe('tagShares', () => {
  it('tells tags of all from tags of some, most frequent first', () => {
    expect(tagShares([item(1, ['a', 'b']), item(2, ['a']), item(3, ['a', 'c'])])).toEqual([
      { tag: 'a', count: 3, state: 'all' },
      { tag: 'b', count: 1, state: 'some' },
      { tag: 'c', count: 1, state: 'some' },
    ]);
  });
});

describe('planBulk', () => {
  it('changes only the items that the change concerns', () => {
    const items = [item(1, ['a']), item(2, ['b']), item(3, [])];
    expect(planBulk(items, 'a', 'add').map(({ item: one, tags }) => [one.id, tags])).toEqual([
      [2, ['b', 'a']],
      [3, ['a']],
    ]);
    expect(planBulk(items, 'a', 'remove').map(({ item: one, tags }) => [one.id, tags])).toEqual([[1, []]]);
  });

  it('edits the subtype that the item has when there is no main', () => {
    expect(planBulk([item(1, ['x'], 'alt')], 'a', 'add')[0]?.subtype).toBe('alt');
  });
});

describe('inLanes', () => {
  it('never runs more at a time than there are lanes and keeps the order', async () => {
    let running = 0;
    let most = 0;
    const results = await inLanes([5, 1, 4, 2, 3], 2, async (ms) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, ms));
      running -= 1;
      if (ms === 4) throw new Error('four');
      return ms;
    });
    expect(most).toBe(2);
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
      5,
      1,
      'failed',
      2,
      3,
    ]);
  });
});

describe('fileName', () => {
  it.each([
    [null, 'dataset-7.zip'],
    ['attachment; filename="my set.zip"', 'my set.zip'],
    ['attachment; filename="x.zip"; filename*=UTF-8\'\'%E6%B5%AE%E4%B8%96%E7%B5%B5.zip', '浮世絵.zip'],
  ])('%s', (header, name) => {
    expect(fileName(header, 'dataset-7.zip')).toBe(name);
  });
});
