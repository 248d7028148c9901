import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from '@/shared/api/client';
import type { DatasetId, DatasetItem } from '@/shared/api/types';
import { currentLanguage, currentText } from '@/shared/i18n';
import { formatter } from '@/shared/i18n/format';
import { toast } from '@/shared/store/messages';
import { showTag } from '@/shared/tags/categories';
import { offerUndo, refreshDatasets } from '@/shared/undo/undo';
import { inLanes, planBulk } from './bulk';

/** More than this is a job for auto-tagging or a search-wide rule, not for single requests. */
export const BULK_LIMIT = 200;
const LANES = 4;

/** Adds or removes one tag on all the given items; one entry in the undo bar takes all of it back. */
export function useBulkTag(dataset: DatasetId) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({
      items,
      tag,
      action,
    }: {
      items: readonly DatasetItem[];
      tag: string;
      action: 'add' | 'remove';
    }) => {
      const plan = planBulk(items, tag, action);
      const results = await inLanes(plan, LANES, ({ item, subtype, tags }) =>
        unwrap(
          client.PUT('/api/datasets/{dataset_id}/items/{item_id}/tags', {
            params: { path: { dataset_id: dataset, item_id: item.id } },
            body: { caption_type: subtype, tags, version: item.version },
          }),
        ),
      );
      const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      return { done, failed: results.length - done.length, tag, action };
    },
    onSuccess: ({ done, failed, tag, action }) => {
      const t = currentText().selection;
      const count = (n: number) => formatter(currentLanguage()).count(n);
      offerUndo({
        operationIds: done.flatMap((result) => (result.operation_id === null ? [] : [result.operation_id])),
        text: (action === 'add' ? t.added : t.removed)(showTag(tag), count(done.length)),
        datasetId: dataset,
      });
      if (failed > 0) toast('bad', t.partFailed(count(failed)));
    },
    onSettled: () => refreshDatasets(queries),
  });
}
