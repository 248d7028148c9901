import type { Dataset, DatasetDraft } from '@/shared/api/types';

/** The form of a new dataset as it is typed; lists and numbers are still text. */
export interface RegistrationForm {
  path: string;
  name: string;
  datasetType: 'auto' | 'single' | 'pairs';
  captionSuffixes: string;
  imageSuffixes: string;
  recursive: boolean;
  maxDepth: string;
  readExif: boolean;
}

export const emptyForm: RegistrationForm = {
  path: '',
  name: '',
  datasetType: 'auto',
  captionSuffixes: '',
  imageSuffixes: '',
  recursive: true,
  maxDepth: '',
  readExif: false,
};

export function formOf(dataset: Dataset): RegistrationForm {
  return {
    path: dataset.path,
    name: dataset.name,
    datasetType: dataset.dataset_type,
    captionSuffixes: dataset.caption_suffixes.join(', '),
    imageSuffixes: dataset.image_suffixes.join(', '),
    recursive: dataset.recursive,
    maxDepth: dataset.max_depth === null ? '' : String(dataset.max_depth),
    readExif: dataset.read_exif,
  };
}

export function toRequest(form: RegistrationForm): DatasetDraft {
  const depth = Number.parseInt(form.maxDepth, 10);
  return {
    path: form.path.trim(),
    name: form.name.trim() || folderName(form.path),
    dataset_type: form.datasetType,
    caption_suffixes: splitList(form.captionSuffixes),
    image_suffixes: splitList(form.imageSuffixes),
    recursive: form.recursive,
    ...(Number.isNaN(depth) ? {} : { max_depth: depth }),
    read_exif: form.readExif,
  };
}

/** The last part of a path, as a first guess at a name. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
}

export function splitList(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,、，]/)
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ];
}
