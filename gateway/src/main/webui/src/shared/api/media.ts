import type { DatasetId, ItemId } from './types';

/** Addresses of pictures: the one kind of request the browser makes itself, through <img>. */
export function thumbnailUrl(
  dataset: DatasetId,
  item: ItemId,
  size: 128 | 256 | 512,
  suffix?: string,
  hash?: string,
): string {
  const query = new URLSearchParams({ size: String(size) });
  if (suffix) query.set('suffix', suffix);
  // Thumbnails are cached for good: the hash makes a changed picture another address.
  if (hash) query.set('v', hash.slice(0, 12));
  return `/api/datasets/${dataset}/items/${item}/thumbnail?${query.toString()}`;
}

export function imageUrl(dataset: DatasetId, item: ItemId, suffix?: string, hash?: string): string {
  const query = new URLSearchParams();
  if (suffix) query.set('suffix', suffix);
  if (hash) query.set('v', hash.slice(0, 12));
  const text = query.toString();
  return `/api/datasets/${dataset}/items/${item}/image${text === '' ? '' : `?${text}`}`;
}
