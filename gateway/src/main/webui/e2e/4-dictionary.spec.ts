import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { importTags } from './sample';

const own = `e2e_${Date.now()}`;

test.beforeAll(({ request }) => importTags(request));

test('a group is made, changed, deleted and put back', async ({ page }) => {
  const name = `Group ${own}`;
  await page.goto('/dataset/tags');
  await page.getByRole('button', { name: 'New group' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Tags', { exact: true }).fill('blue sky, rain');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: `Edit: ${name}` }).click();
  await page.getByLabel('Tags', { exact: true }).fill('blue sky, rain, fog');
  await page.getByRole('button', { name: 'Save' }).click();
  const card = page.getByRole('listitem').filter({ hasText: name });
  await expect(card).toContainText('3 tags');
  await page.getByRole('button', { name: `Delete: ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(card).toContainText('fog');
});

test('an alias is added, works in the search, is deleted and put back', async ({ page, request }) => {
  const tag = `${own}_target`;
  const created = await request.post('/api/tag-dictionary', { data: { tag, category: 'general', count: 3 } });
  expect(created.status()).toBe(201);
  await page.goto('/dataset/tags/aliases');
  await page.getByRole('button', { name: 'Add an alias' }).first().click();
  await page.getByLabel('Other name').fill(`${own} nick`);
  await page.getByLabel('Tag', { exact: true }).fill('there_is_no_such_tag_here');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog').getByRole('alert').first()).toBeVisible();
  await page.getByLabel('Tag', { exact: true }).fill(tag);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('searchbox').fill(`${own} nick`);
  const row = page.getByRole('row').filter({ hasText: `${own} nick`.replaceAll('_', ' ') });
  await expect(row).toContainText(tag.replaceAll('_', ' '));
  const found = await request.get(`/api/tag-dictionary/search?query=${own}_nick`);
  expect((await found.json()).results[0]).toMatchObject({ tag, reason: 'alias' });
  await row.getByRole('button').click();
  await expect(page.getByRole('row').filter({ hasText: 'nick' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(row).toBeVisible();
});

test('the statistics lead to the tags that they count', async ({ page }) => {
  await page.goto('/dataset/tags/stats');
  const categories = page.getByRole('region', { name: 'By category' });
  await expect(categories.getByRole('listitem').first()).toBeVisible();
  await categories.getByRole('link', { name: 'General' }).click();
  await expect(page).toHaveURL(/category=general/);
});

test('the dictionary comes out as a file that goes in again', async ({ page }) => {
  await page.goto('/dataset/tags/dictionary?category=general');
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Format').selectOption('json');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('General.json');
  const tags = JSON.parse(await readFile(await file.path(), 'utf8')) as Record<string, number>;
  expect(Object.keys(tags).length).toBeGreaterThan(100);
});

test('what is mistyped or in another order is found, with the reason', async ({ request }) => {
  const tag = `${own}_purple_umbrella`;
  const created = await request.post('/api/tag-dictionary', { data: { tag, category: 'general', count: 3 } });
  const { id } = (await created.json()) as { id: number };
  await request.put(`/api/tag-dictionary/${id}/translations`, {
    data: { translations: [{ language: 'ja', translation: `紫の傘${own}` }] },
  });
  for (const [typed, reason] of [
    [`umbrella purple ${own}`.replaceAll('_', ' '), 'words'],
    [`${own}_purpel_umbrela`, 'typo'],
    [`紫の傘${own}`, 'translation'],
    ['urple_umbrell', 'inside'],
  ]) {
    const found = await request.get('/api/tag-dictionary/search', { params: { query: typed ?? '' } });
    const { results } = (await found.json()) as { results: { tag: string; reason: string }[] };
    expect(results.find((result) => result.tag === tag)?.reason, typed).toBe(reason);
  }
});
