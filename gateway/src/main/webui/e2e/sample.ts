import { expect, type APIRequestContext, type Page } from '@playwright/test';

/** The folder of sample pictures that the stack may read. */
export function sampleFolder(): string {
  const folder = process.env['FUDA_SAMPLE'];
  if (!folder) throw new Error('FUDA_SAMPLE names no folder: it should be the sample pictures, inside FUDA_ROOTS.');
  return folder;
}

export interface SampleDataset {
  id: number;
  total_items: number;
  indexed_at: string | null;
  active_job_id: string | null;
}

/** A dataset over the sample folder, fully indexed: the one that is there already, or a new one. */
export async function indexedDataset(request: APIRequestContext): Promise<SampleDataset> {
  const path = sampleFolder();
  const known = (await (await request.get('/api/datasets?limit=100')).json()) as (SampleDataset & { path: string })[];
  let id = known.find((dataset) => dataset.path === path)?.id;
  if (id === undefined) {
    const answer = await request.post('/api/datasets', {
      data: { name: `sample ${Date.now()}`, path, read_exif: true },
    });
    expect(answer.status()).toBe(201);
    id = ((await answer.json()) as SampleDataset).id;
  }
  const read = async () => (await (await request.get(`/api/datasets/${id}`)).json()) as SampleDataset;
  await expect.poll(async () => (await read()).indexed_at, { timeout: 60_000 }).not.toBeNull();
  await expect.poll(async () => (await read()).active_job_id, { timeout: 60_000 }).toBeNull();
  return read();
}

/** Tags that the tests type; imported so that the popup has something to say on an empty dictionary. */
export const TAG_LIST = [
  'tag,category,count,aliases',
  '1girl,0,6000000,"sole_female"',
  'long_hair,0,4300000,"longhair"',
  'smile,0,2800000,"smiling"',
  'solo,0,5000000,""',
  'outdoors,0,900000,"outside"',
  'hatsune_miku,4,110000,"vocaloid_diva"',
  'broken row without numbers,x,y',
].join('\n');

export async function importTags(request: APIRequestContext): Promise<void> {
  const answer = await request.post('/api/tag-dictionary/import', {
    multipart: {
      file: { name: 'danbooru.csv', mimeType: 'text/csv', buffer: Buffer.from(TAG_LIST) },
      conflict_resolution: 'merge',
    },
  });
  expect(answer.ok()).toBe(true);
}

/** The pictures of the grid. */
export const pictures = (page: Page) => page.getByRole('listbox', { name: 'Images' }).getByRole('option');
