import { client } from '@/shared/api/client';
import { fetchFile } from '@/shared/api/download';
import type { DatasetId } from '@/shared/api/types';

export interface ExportOptions {
  format: 'txt' | 'json' | 'ai-toolkit' | 'kohya';
  caption_type: string;
  apply_aliases: boolean;
  exclude_tag_groups: string[];
  include_images: boolean;
  vocabulary_id?: number;
  search?: string;
}

/** Fetches the zip as it is written, telling how many bytes have come; gives it with the name the server chose. */
export function fetchExport(
  dataset: DatasetId,
  options: ExportOptions,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
) {
  return fetchFile(
    () =>
      client.POST('/api/datasets/{dataset_id}/export', {
        params: { path: { dataset_id: dataset } },
        body: options,
        parseAs: 'stream',
        signal,
      }),
    `dataset-${dataset}.zip`,
    onBytes,
  );
}
