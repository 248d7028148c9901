import type { components } from '@/api/schema';

type Schemas = components['schemas'];

export type Dataset = Schemas['Dataset'];
export type DatasetSummary = Schemas['DatasetSummary'];
export type DatasetRequest = Schemas['DatasetRequest'];
export type DatasetPreview = Schemas['DatasetPreview'];
export type DatasetItem = Schemas['DatasetItem'];
export type ItemDetail = Schemas['DatasetItemDetail'];
export type ItemPage = Schemas['ItemPage'];
export type Tag = Schemas['Tag'];
export type TagCount = Schemas['TagCount'];
export type Caption = Schemas['Caption'];
export type CaptionType = Caption['caption_type'];
export type RetagResult = Schemas['RetagResult'];
export type FolderView = Schemas['FolderView'];
export type TagView = Schemas['TagView'];
export type TagRequest = Schemas['TagRequest'];
export type TagSuggestion = Schemas['TagSuggestion'];
export type ImportResult = Schemas['ImportResult'];
export type TagGroup = Schemas['TagGroup'];
export type TaggerModel = Schemas['TaggerModel'];
export type TrainingRun = Schemas['TrainingRun'];
export type JobView = Schemas['JobView'];
export type JobOverview = Schemas['JobOverview'];
export type DeadLetter = Schemas['DeadLetter'];
export type SystemView = Schemas['SystemView'];

export type DatasetId = DatasetSummary['id'];
export type ItemId = DatasetItem['id'];
export type ServiceName = JobView['service'];

export const SERVICES: readonly ServiceName[] = ['dictionary', 'dataset', 'tagger', 'training'];
