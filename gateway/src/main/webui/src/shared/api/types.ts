import type { components } from '@/api/schema';

type Schemas = components['schemas'];

/** Fields that may be null although the contract does not say so (a Java record has no word for it). */
type Nullable<T, K extends keyof T> = Omit<T, K> & { [P in K]: T[P] | null };

export type Dataset = Nullable<Schemas['Dataset'], 'indexed_at' | 'active_job_id' | 'max_depth' | 'index_job_id'>;
export type DatasetSummary = Nullable<Schemas['DatasetSummary'], 'indexed_at' | 'active_job_id'>;
export type DatasetDraft = Schemas['DatasetDraft'];
export type ScanPreview = Schemas['ScanPreview'];
export type DatasetItem = Omit<Schemas['DatasetItem'], 'tags'> & { tags: Record<string, Tag[]> };
export type ItemDetail = Omit<Nullable<Schemas['DatasetItemDetail'], 'exif_data'>, 'tags' | 'captions'> & {
  tags: Record<string, Tag[]>;
  captions: Caption[];
};
export type ItemPage = Omit<Schemas['ItemPage'], 'items'> & { items: DatasetItem[] };
export type Tag = Nullable<Schemas['Tag'], 'tag_group' | 'confidence'>;
export type TagCount = Schemas['TagCount'];
export type Caption = Nullable<Schemas['Caption'], 'language' | 'source_field' | 'path' | 'conflict'>;
export type RetagResult = Omit<Nullable<Schemas['RetagResult'], 'operation_id' | 'unsaved'>, 'item'> & {
  item: DatasetItem;
};
export type TagView = Nullable<Schemas['TagView'], 'display_name' | 'description' | 'wiki_url'>;
export type TagInput = Schemas['TagInput'];
export type TagSuggestion = Nullable<Schemas['TagSuggestion'], 'display_name' | 'matched_alias'>;
export type ImportReport = Schemas['ImportReport'];
export type TagGroup = Schemas['TagGroupView'];
export type TaggerModel = Nullable<Schemas['ModelView'], 'input' | 'reason' | 'description'>;
export type JobOverview = Schemas['JobOverview'];
export type ListedJob = Schemas['ServiceJob'];
export type JobView = Schemas['JobView'];
export type Letter = Nullable<Schemas['Letter'], 'type' | 'subject'>;

export type DatasetId = DatasetSummary['id'];
export type ItemId = DatasetItem['id'];
export type OperationId = string;

export const SERVICES = ['dictionary', 'dataset', 'tagger', 'training'] as const;
export type ServiceName = (typeof SERVICES)[number];

export function serviceOf(name: string): ServiceName {
  return SERVICES.find((service) => service === name) ?? 'dataset';
}

export const CAPTION_TYPES = ['tags', 'natural_language', 'social_media', 'instruction', 'description'] as const;
export type CaptionType = (typeof CAPTION_TYPES)[number];

export function captionTypeOf(name: string): CaptionType {
  return CAPTION_TYPES.find((type) => type === name) ?? 'description';
}
