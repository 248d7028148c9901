import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { importTags, pictures, sampleFolder, TAG_LIST } from './sample';

// One story in order, as a person lives it: each chapter goes on where the one before ended.
test.describe.configure({ mode: 'serial' });

let page: Page;
let home = '';
const name = `my sample ${Date.now()}`;

test.beforeAll(async ({ browser, request }) => {
  await importTags(request);
  page = await browser.newPage();
});

test.afterAll(() => page.close());

test('registers a folder and watches the scan', async () => {
  await page.goto('/dataset/new');
  await page.getByLabel('Folder', { exact: true }).fill(sampleFolder());
  const preview = page.getByRole('region', { name: 'What the scan will find' });
  await expect(preview.getByRole('definition').first()).not.toHaveText('0');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Read captions from EXIF / XMP').check();
  await page.getByRole('button', { name: 'Register and scan' }).click();
  await expect(page.getByRole('heading', { name: /Done: \d+ items are indexed/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Open the dataset' }).click();
  await expect(page).toHaveURL(/\/dataset\/\d+$/);
  home = new URL(page.url()).pathname;
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(pictures(page).first()).toBeVisible();
});

test('refuses a folder that is not there, with a reason', async ({ browser }) => {
  const other = await browser.newPage();
  await other.goto('/dataset/new');
  await other.getByLabel('Folder', { exact: true }).fill(`${sampleFolder()}/is-not-there`);
  await expect(other.getByRole('alert')).toBeVisible();
  await other.close();
});

test('searches, counts while typing and points at what it cannot read', async () => {
  const bar = page.getByRole('combobox', { name: 'Search this dataset' });
  const all = Number((await page.locator('.matched').innerText()).match(/of ([\d,]+)/)?.[1]?.replace(',', ''));
  expect(all).toBeGreaterThan(10);
  await bar.fill('tags:>=1');
  await bar.press('Enter');
  await expect(page).toHaveURL(/q=tags/);
  await expect(page.getByRole('button', { name: 'Edit the condition tags:>=1' })).toBeVisible();
  await expect(page.locator('.matched')).toHaveText(new RegExp(`of ${all}$`));
  await bar.fill('width:wide');
  await expect(page.getByRole('alert').locator('mark')).toBeVisible();
  await bar.press('Escape');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page).not.toHaveURL(/q=/);
});

test('every number is a door: a tag in view opens its search', async () => {
  const first = page.getByRole('region', { name: 'Tags in view' }).locator('.tag-count').first();
  const count = (await first.locator('.num').innerText()).trim();
  await first.click();
  await expect(page.locator('.matched')).toHaveText(new RegExp(`^${count} of `));
  await page.getByRole('button', { name: 'Clear the search' }).click();
});

test('adds a tag with autocomplete, sees it saved, undoes it after a reload', async () => {
  await pictures(page).first().click();
  const item = page.getByRole('dialog', { name: /^Image / });
  await expect(item).toBeVisible();
  const chips = item.getByRole('list', { name: 'Tags of this image' }).getByRole('listitem');
  await expect(item.getByRole('tab', { name: /^Tags/ })).toBeVisible();
  const left = item.getByRole('button', { name: 'Remove hatsune miku' });
  if (await left.isVisible()) await left.click(); // from an earlier run over the same folder
  await expect(left).toBeHidden();
  const before = await chips.count();
  await page.keyboard.press('a');
  await page.keyboard.type('vocaloid_d');
  const option = page.getByRole('option', { name: /hatsune miku/ });
  await expect(option).toBeVisible();
  await expect(option).toContainText('← vocaloid diva');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(chips).toHaveCount(before + 1);
  await expect(item.locator('.item-head').getByRole('status')).toHaveText('saved');
  const undoBar = page.getByRole('region', { name: 'Last change' });
  await expect(undoBar).toContainText('Added “hatsune miku”');

  await page.reload();
  await expect(undoBar).toContainText('Added “hatsune miku”');
  await expect(chips).toHaveCount(before + 1);
  await undoBar.getByRole('button', { name: /^Undo/ }).click();
  await expect(undoBar).toContainText('Undone');
  await expect(chips).toHaveCount(before);
  await undoBar.getByRole('button', { name: /^Redo/ }).click();
  await expect(chips).toHaveCount(before + 1);
  await page.keyboard.press('Escape');
  await expect(item).toBeHidden();
});

test('shows another edit of the same image instead of overwriting it', async ({ request }) => {
  await page.goto(home);
  await pictures(page).nth(1).click();
  const item = page.getByRole('dialog', { name: /^Image / });
  await expect(item.getByRole('combobox', { name: 'Add a tag' })).toBeVisible();
  const id = new URL(page.url()).searchParams.get('item');
  // The live feed would bring the news before the edit: this page shall not hear of it.
  await page.route('**/api/live', (route) => route.abort());
  await page.route(`**/items/${id}`, (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  const address = `/api${home.replace('/dataset/', '/datasets/')}/items/${id}`;
  const now = (await (await request.get(address)).json()) as {
    version: number;
    tags: Record<string, { tag: string }[]>;
  };
  const tags = (now.tags['main'] ?? []).map((tag) => tag.tag);
  const put = await request.put(`${address}/tags`, {
    data: { caption_type: 'main', tags: [...tags, 'outdoors'], version: now.version },
  });
  expect(put.ok()).toBe(true);
  await page.keyboard.press('a');
  await page.keyboard.type('solo_focus');
  await page.keyboard.press('Enter');
  const conflict = item.getByRole('alert', { name: 'This image was changed elsewhere' });
  await expect(conflict).toContainText('outdoors');
  await conflict.getByRole('button', { name: 'Keep both' }).click();
  await expect(item.getByRole('listitem').filter({ hasText: 'solo focus' })).toBeVisible();
  await expect(item.getByRole('listitem').filter({ hasText: 'outdoors' })).toBeVisible();
  await page.unrouteAll();
  await page.keyboard.press('Escape');
});

test('auto-tags everything with the built-in model and shows the job', async () => {
  await page.goto(home);
  await expect(pictures(page).first()).toBeVisible();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Auto-tag' });
  await expect(dialog.getByLabel('Model')).toHaveValue('palette');
  await dialog.getByRole('button', { name: /^Tag \d+ images$/ }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('g');
  const drawer = page.getByRole('complementary', { name: 'Jobs' });
  await expect(drawer.locator('.job').first()).toContainText('done', { timeout: 60_000 });
  await page.keyboard.press('g');
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText('palette');
  await page.reload();
  const chip = page
    .getByRole('region', { name: 'Tags in view' })
    .getByRole('button', { name: /(theme|background|colorful|dark|contrast|monochrome|gradient)/ });
  await expect(chip.first()).toBeVisible();
});

test('exports a zip', async () => {
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Export \d+ items$/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.zip$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(bytes.length).toBeGreaterThan(1000);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
});

test('imports a tag list: tries it first, then shows the rejected row', async () => {
  await page.goto('/dataset/tags/dictionary');
  await page.getByRole('button', { name: 'Import', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Import tags' });
  await dialog
    .getByLabel('File')
    .setInputFiles({ name: 'danbooru.csv', mimeType: 'text/csv', buffer: Buffer.from(TAG_LIST) });
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(dialog.getByText('nothing is changed yet')).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'Rejected rows' })).toContainText('broken row');
});

test('shows the history of the dataset', async () => {
  await page.goto(`${home}/history`);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
});
