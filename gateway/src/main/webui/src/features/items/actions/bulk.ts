import type { DatasetItem, ItemId } from '@/shared/api/types';

/** How a tag stands over the selected items: in all of them, in some, in none. */
export interface TagShare {
  tag: string;
  count: number;
  state: 'all' | 'some';
}

/** The caption subtype that an item's tags are edited in: "main" when it has it. */
export function subtypeOf(item: Pick<DatasetItem, 'tags'>): string {
  const subtypes = Object.keys(item.tags);
  return subtypes.includes('main') ? 'main' : (subtypes[0] ?? 'main');
}

export function tagsOf(item: Pick<DatasetItem, 'tags'>, subtype = subtypeOf(item)): string[] {
  return (item.tags[subtype] ?? []).map((tag) => tag.tag);
}

export function tagShares(items: readonly DatasetItem[]): TagShare[] {
  const counts = new Map<string, number>();
  for (const item of items) for (const tag of new Set(tagsOf(item))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]): TagShare => ({ tag, count, state: count === items.length ? 'all' : 'some' }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

/** The items that the change concerns, with the tags they will have. */
export function planBulk(items: readonly DatasetItem[], tag: string, action: 'add' | 'remove') {
  return items.flatMap((item) => {
    const before = tagsOf(item);
    const has = before.includes(tag);
    if (has === (action === 'add')) return [];
    return [{ item, subtype: subtypeOf(item), tags: has ? before.filter((entry) => entry !== tag) : [...before, tag] }];
  });
}

/** Runs tasks a few at a time; gives what each came to, in order. */
export async function inLanes<T, R>(
  tasks: readonly T[],
  lanes: number,
  run: (task: T) => Promise<R>,
): Promise<PromiseSettledResult<R>[]> {
  const results: PromiseSettledResult<R>[] = [];
  let next = 0;
  const lane = async () => {
    while (next < tasks.length) {
      const at = next++;
      try {
        results[at] = { status: 'fulfilled', value: await run(tasks[at] as T) };
      } catch (reason) {
        results[at] = { status: 'rejected', reason };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, tasks.length) }, lane));
  return results;
}

export function idsOf(items: readonly Pick<DatasetItem, 'id'>[]): ItemId[] {
  return items.map((item) => item.id);
}
