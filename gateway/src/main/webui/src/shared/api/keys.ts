import type { DatasetId, ItemId } from './types';

/** Every query key of the page in one place, so that a live event knows what it makes stale. */
export const keys = {
  datasets: () => ['datasets'] as const,
  dataset: (id: DatasetId) => ['dataset', id] as const,
  items: (id: DatasetId, ...view: readonly unknown[]) => ['dataset', id, 'items', ...view] as const,
  count: (id: DatasetId, search: string) => ['dataset', id, 'count', search] as const,
  viewTags: (id: DatasetId, search: string) => ['dataset', id, 'tags', search] as const,
  operations: (id: DatasetId, ...view: readonly unknown[]) => ['dataset', id, 'operations', ...view] as const,
  problems: (id: DatasetId) => ['dataset', id, 'problems'] as const,
  item: (id: DatasetId, item: ItemId) => ['dataset', id, 'item', item] as const,
  folders: (path: string) => ['folders', path] as const,
  dictionary: (...view: readonly unknown[]) => ['dictionary', ...view] as const,
  suggest: (query: string) => ['suggest', query] as const,
  groups: () => ['tag-groups'] as const,
  models: () => ['tagger', 'models'] as const,
  taggerStatus: () => ['tagger', 'status'] as const,
  runs: () => ['training', 'runs'] as const,
  jobs: () => ['jobs'] as const,
  job: (service: string, id: string) => ['jobs', service, id] as const,
  deadLetters: () => ['dead-letters'] as const,
  system: () => ['system'] as const,
};
