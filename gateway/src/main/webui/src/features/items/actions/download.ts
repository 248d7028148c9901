import { client } from '@/shared/api/client';
import { ApiProblem } from '@/shared/api/problem';
import type { DatasetId } from '@/shared/api/types';

export interface ExportOptions {
  format: 'txt' | 'json' | 'ai-toolkit' | 'kohya';
  caption_type: string;
  apply_aliases: boolean;
  exclude_tag_groups: string[];
  include_images: boolean;
  search?: string;
}

/** Fetches the zip as it is written, telling how many bytes have come; gives it with the name the server chose. */
export async function fetchExport(
  dataset: DatasetId,
  options: ExportOptions,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
) {
  const { response, error } = await client.POST('/api/datasets/{dataset_id}/export', {
    params: { path: { dataset_id: dataset } },
    body: options,
    parseAs: 'stream',
    signal,
  });
  if (!response.ok || !response.body) throw new ApiProblem(response.status, (error ?? {}) as Record<string, unknown>);
  const chunks: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
    onBytes(bytes);
  }
  return {
    blob: new Blob(chunks, { type: 'application/zip' }),
    name: fileName(response.headers.get('content-disposition'), dataset),
  };
}

/** Hands a file to the person's downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The file name of a Content-Disposition header (RFC 6266: filename* before filename). */
export function fileName(disposition: string | null, dataset: DatasetId): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? `dataset-${dataset}.zip`;
}
