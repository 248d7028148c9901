import type { ItemDetail } from '@/shared/api/types';

export interface MetadataRow {
  field: string;
  value: string;
  /** True when the field became a caption. */
  mapped: boolean;
}

/** EXIF/XMP fields as rows, those that became captions first. Nested groups are written with a dot. */
export function metadataRows(item: Pick<ItemDetail, 'exif_data' | 'captions'>): MetadataRow[] {
  const mapped = new Set(item.captions.map((caption) => caption.source_field).filter(Boolean));
  const rows = flatten(item.exif_data ?? {}).map(([field, value]): MetadataRow => {
    const name = field.split('.').at(-1) ?? field;
    return { field, value, mapped: mapped.has(field) || mapped.has(name) };
  });
  return rows.sort((a, b) => Number(b.mapped) - Number(a.mapped));
}

function flatten(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]): [string, string][] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (Array.isArray(entry)) return [[name, entry.join(', ')]];
    if (typeof entry === 'object' && entry !== null) return flatten(entry, name);
    return entry === null || entry === undefined ? [] : [[name, String(entry)]];
  });
}
