import { expect, test, type APIRequestContext } from '@playwright/test';
import { indexedDataset } from './sample';

/** Tags the dataset's items with the model that needs no download, and waits until it is done. */
async function autoTag(request: APIRequestContext, dataset: number): Promise<void> {
  const answer = await request.post(`/api/datasets/${dataset}/auto-tag`, { data: { model_name: 'palette' } });
  expect(answer.status()).toBe(202);
  const { job_id: job } = (await answer.json()) as { job_id: string };
  const state = async () => {
    const now = await request.get(`/api/services/dataset/jobs/${job}`);
    return ((await now.json()) as { state: string }).state;
  };
  await expect.poll(state, { timeout: 60_000 }).toBe('succeeded');
}

/** Takes a tag out of the dictionary; items keep it. */
async function forget(request: APIRequestContext, tag: string): Promise<void> {
  const found = await request.get('/api/tag-dictionary', { params: { search: tag, match: 'exact' } });
  const { items } = (await found.json()) as { items: { id: number }[] };
  expect(items, `'${tag}' is in the dictionary`).toHaveLength(1);
  expect((await request.delete(`/api/tag-dictionary/${items[0]?.id}`)).ok()).toBe(true);
}

test('what a tagger finds and the dictionary does not know is accepted or rejected, and a rejection is taken back', async ({
  page,
  request,
}) => {
  const { id: dataset } = await indexedDataset(request);
  await autoTag(request, dataset);
  const counted = await request.get(`/api/datasets/${dataset}/tags?limit=500`);
  const themes = ((await counted.json()) as { tag: string }[])
    .map(({ tag }) => tag)
    .filter((tag) => tag.endsWith('_theme'));
  const [good = '', bad = ''] = themes;
  expect(themes.length, 'colours that the model names').toBeGreaterThan(1);
  await forget(request, good);
  await forget(request, bad);
  await autoTag(request, dataset);

  await page.goto('/dataset/tags/review');
  const row = (tag: string) => page.getByRole('listitem').filter({ hasText: tag.replaceAll('_', ' ') });
  await expect(row(good)).toContainText('by palette');
  await row(good).getByRole('button', { name: 'Accept' }).click();
  await expect(row(good)).toHaveCount(0);

  await row(bad).getByRole('button', { name: 'Reject' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('This touches');
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await expect(row(bad)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row(bad)).toBeVisible();
});
