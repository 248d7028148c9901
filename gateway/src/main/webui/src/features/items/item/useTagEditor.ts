import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { DatasetId, ItemDetail, RetagResult, Tag } from '@/shared/api/types';
import type { ApiProblem } from '@/shared/api/problem';
import { currentText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';
import { showTag, splitTags } from '@/shared/tags/categories';
import { offerUndo } from '@/shared/undo/undo';
import { TagSaver, type Saved, type Theirs } from './tagSaver';

/** The tags of one caption of an item, edited in place: shown at once, saved behind, undone over the undo bar. */
export function useTagEditor(dataset: DatasetId, item: ItemDetail, subtype: string) {
  const queries = useQueryClient();
  const [saver] = useState(() => createSaver(queries, dataset, item, subtype));
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  useEffect(() => saver.accept(savedOf(item, subtype)), [saver, item, subtype]);

  const known = new Map((item.tags[subtype] ?? []).map((tag) => [tag.tag, tag]));
  const tags: Tag[] = state.tags.map((tag, position) => ({
    ...(known.get(tag) ?? { id: -1 - position, tag, tag_group: null, confidence: null, source: 'manual' }),
    position,
  }));
  return {
    ...state,
    tags,
    /** Adds to what is there by now, which may be more than what is shown yet; false when it is there already. */
    add: (tag: string): boolean => {
      const now = saver.snapshot().tags;
      if (now.includes(tag)) return false;
      saver.edit([...now, tag]);
      return true;
    },
    addAll: (more: readonly string[]) => saver.edit([...new Set([...saver.snapshot().tags, ...more])]),
    /** Puts a tag where another one is. */
    replace: (old: string, tag: string) =>
      saver.edit([...new Set(saver.snapshot().tags.map((entry) => (entry === old ? tag : entry)))]),
    remove: (tag: string) => saver.edit(state.tags.filter((entry) => entry !== tag)),
    reorder: (next: readonly string[]) => saver.edit(next),
    sort: () => saver.edit(state.tags.toSorted((a, b) => a.localeCompare(b))),
    clear: () => saver.edit([]),
    retry: () => saver.retry(),
    settled: () => saver.settled(),
    resolve: (choice: 'theirs' | 'mine' | 'both') => saver.resolve(choice),
  };
}

export type TagEditor = ReturnType<typeof useTagEditor>;

function createSaver(queries: QueryClient, dataset: DatasetId, item: ItemDetail, subtype: string): TagSaver {
  let before = savedOf(item, subtype).tags;
  return new TagSaver(savedOf(item, subtype), {
    save: async (tags, version, diskHash) => {
      const result = await unwrap(
        client.PUT('/api/datasets/{dataset_id}/items/{item_id}/tags', {
          params: { path: { dataset_id: dataset, item_id: item.id } },
          body: {
            caption_type: subtype,
            tags: [...tags],
            version,
            ...(diskHash === undefined ? {} : { disk_hash: diskHash }),
          },
        }),
      );
      offerUndo({
        operationIds: result.operation_id === null ? [] : [result.operation_id],
        text: describe(before, tags, item.base_name),
        datasetId: dataset,
      });
      if (result.unsaved !== null) toast('bad', currentText().item.fileBehind, result.unsaved);
      const saved = keep(queries, dataset, result, subtype);
      before = saved.tags;
      return saved;
    },
    theirs: (problem, version) => otherVersion(problem, version, subtype),
  });
}

/** Puts the saved item into the cache and marks what its tags are counted in as stale. */
function keep(queries: QueryClient, dataset: DatasetId, result: RetagResult, subtype: string): Saved {
  queries.setQueryData<ItemDetail>(keys.item(dataset, result.item.id), (old) =>
    old ? { ...old, ...result.item } : old,
  );
  void queries.invalidateQueries({ queryKey: keys.item(dataset, result.item.id), refetchType: 'active' });
  void queries.invalidateQueries({ queryKey: keys.items(dataset) });
  void queries.invalidateQueries({ queryKey: ['dataset', dataset, 'tags'] });
  void queries.invalidateQueries({ queryKey: keys.operations(dataset) });
  return savedOf(result.item, subtype);
}

function savedOf(item: Pick<ItemDetail, 'tags' | 'version'>, subtype: string): Saved {
  return { tags: (item.tags[subtype] ?? []).map((tag) => tag.tag), version: item.version };
}

/** The version that an edit met: the item as the server has it, or the caption file as another program left it. */
function otherVersion(problem: ApiProblem, version: number, subtype: string): Theirs | null {
  const { item, disk_content: content, disk_hash: diskHash } = problem.body;
  if (problem.code === 'stale-version' && typeof item === 'object' && item !== null) {
    return savedOf(item as ItemDetail, subtype);
  }
  if (problem.code === 'caption-changed-on-disk' && typeof content === 'string' && typeof diskHash === 'string') {
    return { tags: splitTags(content), version, diskHash };
  }
  return null;
}

/** One change in the words of the undo bar. */
export function describe(before: readonly string[], after: readonly string[], name: string): string {
  const t = currentText().item;
  const added = after.filter((tag) => !before.includes(tag));
  const removed = before.filter((tag) => !after.includes(tag));
  if (added.length === 1 && removed.length === 0) return t.addedTag(showTag(added[0] ?? ''), name);
  if (removed.length === 1 && added.length === 0) return t.removedTag(showTag(removed[0] ?? ''), name);
  return t.changedTags(name);
}
