import type { components } from '@/api/schema';

type Schemas = components['schemas'];

export type Dataset = Schemas['Dataset'];
export type DatasetSummary = Schemas['DatasetSummary'];
export type DatasetDraft = Schemas['DatasetDraft'];
export type ScanPreview = Schemas['ScanPreview'];
export type DatasetItem = Omit<Schemas['DatasetItem'], 'tags'> & { tags: Record<string, Tag[]> };
export type ItemDetail = Omit<Schemas['DatasetItemDetail'], 'tags' | 'captions'> & {
  tags: Record<string, Tag[]>;
  captions: Caption[];
};
export type ItemPage = Omit<Schemas['ItemPage'], 'items'> & { items: DatasetItem[] };
export type Tag = Schemas['Tag'];
export type TagCount = Schemas['TagCount'];
export type Caption = Schemas['Caption'];
export type RetagResult = Omit<Schemas['RetagResult'], 'item'> & {
  item: DatasetItem;
};
export type TagTranslation = Schemas['TagTranslation'];
export type TagView = Schemas['TagView'];
export type Operation = Schemas['Operation'];
export type TagInput = Schemas['TagInput'];
export type TagSuggestion = Schemas['TagSuggestion'];
export type DictionaryOperation = Schemas['DictionaryOperation'];
export type OperationKind = Schemas['DictionaryOperationKind'];
export type OperationImpact = Schemas['DictionaryOperationImpact'];
export type TagReview = Schemas['TagReview'];
export type Vocabulary = Schemas['Vocabulary'];
export type GrowingTags = Schemas['GrowingTags'];
export type ImportReport = Schemas['ImportReport'];
export type GroupImportReport = Schemas['TagGroupImportReport'];
export type TagGroup = Schemas['TagGroupView'];
export type TaggerModel = Schemas['ModelView'];
export type JobOverview = Schemas['JobOverview'];
export type ListedJob = Schemas['ServiceJob'];
export type JobView = Schemas['JobView'];
export type Letter = Schemas['Letter'];

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
