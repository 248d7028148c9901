import { readFile } from 'node:fs/promises';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { importTags, indexedDataset, pictures } from './sample';

const own = `e2e_${Date.now()}`;

test.beforeAll(({ request }) => importTags(request));

test('a group is made, changed, deleted and put back', async ({ page }) => {
  const name = `Group ${own}`;
  await page.goto('/dataset/tags');
  await page.getByRole('button', { name: 'New group' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  const tags = page.getByRole('combobox', { name: 'Add a tag to the list' });
  await tags.fill('blue sky, rain');
  await tags.press('Enter');
  await expect(page.getByRole('button', { name: 'Take rain off the list' })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: `Edit: ${name}` }).click();
  await tags.fill('fog');
  await tags.press('Enter');
  await expect(page.getByRole('button', { name: 'Take fog off the list' })).toBeVisible();
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
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Other name').fill(`${own} nick`);
  await dialog.getByLabel('Tag', { exact: true }).fill('there_is_no_such_tag_here');
  await expect(dialog.getByRole('alert').first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Tag', { exact: true }).fill(tag);
  await expect(dialog).toContainText('This touches');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
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

test('a tag is merged everywhere after its reach was shown, and it is taken back', async ({ page, request }) => {
  const from = `${own}_colour`;
  const to = `${own}_color`;
  for (const tag of [from, to]) {
    expect((await request.post('/api/tag-dictionary', { data: { tag, category: 'general', count: 3 } })).status()).toBe(
      201,
    );
  }
  await page.goto(`/dataset/tags/dictionary?q=${from}&match=exact`);
  await page.getByRole('button', { name: `About ${from}` }).click();
  await page.getByRole('button', { name: /Change .* everywhere/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What to do').selectOption('merge');
  await dialog.getByRole('combobox', { name: 'Other tag' }).fill(to);
  await dialog.getByRole('listbox').getByRole('option').first().click();
  await expect(dialog).toContainText('This touches');
  await expect(dialog).toContainText('Items stay as they are.');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText(`Merge ${from} into ${to}`).first()).toBeVisible();
  const resolve = async () => {
    const answer = await request.post('/api/tag-dictionary/resolve', { data: { names: [from] } });
    return ((await answer.json()) as { results: { tag: string }[] }).results[0]?.tag;
  };
  expect(await resolve()).toBe(to);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(resolve).toBe(from);
  await page.goto('/dataset/tags/operations');
  await expect(page.getByRole('listitem').filter({ hasText: `Merge ${from} into ${to}` })).toContainText('undone by');
});

test('a merge reaches the items of datasets, with their count before, and undo reaches them too', async ({
  page,
  request,
}) => {
  const used = await usedTag(request);
  const to = `${own}_instead`;
  for (const tag of [used.tag, to]) {
    // The tag of the dataset may be in the dictionary already.
    await request.post('/api/tag-dictionary', { data: { tag, category: 'general', count: 3 } });
  }
  const { matched } = used;
  expect(await matched()).toBe(used.count);
  await page.goto(`/dataset/tags/dictionary?q=${encodeURIComponent(used.tag)}&match=exact`);
  await page.getByRole('button', { name: `About ${used.tag}` }).click();
  await page.getByRole('button', { name: /Change .* everywhere/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What to do').selectOption('merge');
  await dialog.getByRole('combobox', { name: 'Other tag' }).fill(to);
  await dialog.getByRole('listbox').getByRole('option').first().click();
  await expect(dialog).toContainText(/\d+ items in \d+ dataset/);
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => matched(to), { timeout: 20_000 }).toBe(used.count);
  expect(await matched(used.tag)).toBe(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(() => matched(used.tag), { timeout: 20_000 }).toBe(used.count);
});

test('deleting a tag shows what it touches and the tag comes back', async ({ page, request }) => {
  const tag = `${own}_doomed`;
  expect((await request.post('/api/tag-dictionary', { data: { tag, category: 'general', count: 3 } })).status()).toBe(
    201,
  );
  await page.goto(`/dataset/tags/dictionary?q=${tag}&match=exact`);
  await page.getByRole('button', { name: `Delete: ${tag}` }).click();
  await expect(page.getByRole('dialog')).toContainText('Items stay as they are.');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No tag matches')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('button', { name: `About ${tag}` })).toBeVisible();
});

/** A tag that items of a dataset have, and how many items. */
async function usedTag(request: APIRequestContext) {
  const { id: dataset } = await indexedDataset(request);
  const tags = (await (await request.get(`/api/datasets/${dataset}/tags?limit=1`)).json()) as {
    tag: string;
    count: number;
  }[];
  const { tag, count } = tags[0] ?? { tag: '', count: 0 };
  const matched = async (name = tag) => {
    const answer = await request.get(`/api/datasets/${dataset}/items/count`, { params: { search: `"${name}"` } });
    return ((await answer.json()) as { matched: number }).matched;
  };
  return { tag, count, matched };
}

test('deleting a tag takes it off the items too when that is asked for, and all of it comes back', async ({
  page,
  request,
}) => {
  const used = await usedTag(request);
  // It may be in the dictionary already.
  await request.post('/api/tag-dictionary', { data: { tag: used.tag, category: 'general', count: 3 } });
  expect(await used.matched()).toBe(used.count);
  await page.goto(`/dataset/tags/dictionary?q=${encodeURIComponent(used.tag)}&match=exact`);
  await page.getByRole('button', { name: `Delete: ${used.tag}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Items stay as they are.');
  await dialog.getByRole('checkbox', { name: /Datasets follow/ }).check();
  await expect(dialog).toContainText(/\d+ items? in \d+ dataset/);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No tag matches')).toBeVisible();
  await expect.poll(() => used.matched(), { timeout: 20_000 }).toBe(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => used.matched(), { timeout: 20_000 }).toBe(used.count);
  await expect(page.getByRole('button', { name: `About ${used.tag}` })).toBeVisible();
});

test('a tag is added and edited in its dialog, and renamed with what it touches shown first', async ({
  page,
  request,
}) => {
  const tag = `${own}_oc`;
  await page.goto(`/dataset/tags/dictionary?q=${tag}`);
  await page.getByRole('button', { name: 'Add a tag' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tag name').fill(tag);
  await dialog.getByLabel('Category').selectOption('character');
  await dialog.getByLabel('Count').fill('42');
  await dialog.getByLabel('Display name').fill('My own');
  await dialog.getByLabel('Aliases').fill(`${own}_mine, ${own}_self`);
  await dialog.getByLabel('Description').fill('From my story');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: tag });
  await expect(row).toContainText('Character');
  await expect(row).toContainText(`${own}_mine`);

  await page.getByRole('button', { name: `Edit: ${tag}` }).click();
  await expect(dialog.getByLabel('Display name')).toHaveValue('My own');
  await dialog.getByLabel('Count').fill('43');
  // Somebody else is faster: nothing of theirs is overwritten.
  const { items } = (await (await request.get(`/api/tag-dictionary?search=${tag}&match=exact`)).json()) as {
    items: { id: number; version: number; description: string }[];
  };
  const id = items[0]?.id ?? 0;
  await request.put(`/api/tag-dictionary/${id}`, { data: { description: 'Theirs' } });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('was changed since you read it');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await page.getByRole('button', { name: `Edit: ${tag}` }).click();
  await expect(dialog.getByLabel('Description')).toHaveValue('Theirs');
  await dialog.getByLabel('Count').fill('43');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('43');

  await page.getByRole('button', { name: `Edit: ${tag}` }).click();
  await dialog.getByRole('button', { name: 'Rename everywhere…' }).click();
  await dialog.getByLabel('New name').fill(`${tag}_renamed`);
  await expect(dialog).toContainText('This touches');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByText(`Rename ${tag} to ${tag}_renamed`).first()).toBeVisible();
  const answer = await request.post('/api/tag-dictionary/resolve', { data: { names: [tag] } });
  expect(((await answer.json()) as { results: object[] }).results[0]).toMatchObject({
    status: 'alias',
    tag: `${tag}_renamed`,
  });
});

test('groups come from a file', async ({ page }) => {
  await page.goto('/dataset/tags');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Files').setInputFiles({
    name: `Words ${own}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from('{"masterpiece": 3, "best quality": 2, "": 1}'),
  });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toContainText('2 tags added');
  await dialog.getByRole('button', { name: 'Close', exact: true }).first().click();
  await expect(page.getByRole('listitem').filter({ hasText: `Words ${own}` })).toContainText('best quality');
});

test('an implication is added with its reach, ended and put in force again', async ({ page, request }) => {
  const [from, to] = [`${own}_cat_ears`, `${own}_animal_ears`];
  for (const tag of [from, to]) {
    await request.post('/api/tag-dictionary', { data: { tag, category: 'general', count: 3 } });
  }
  await page.goto(`/dataset/tags/implications?tag=${from}`);
  await page.getByRole('button', { name: 'Add an implication' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Whatever has').fill(from);
  await dialog.getByLabel('also has').fill(to);
  await expect(dialog).toContainText('This touches');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row').filter({ hasText: 'animal ears' });
  await expect(row).toBeVisible();
  await row.getByRole('button').click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row).toBeVisible();
});

test('a typed alias becomes its tag on an image, and goes back to what was typed', async ({ page, request }) => {
  const [alias, tag] = [`${own}_typed`, `${own}_meant`];
  await request.post('/api/tag-dictionary', { data: { tag, category: 'general', count: 3, aliases: [alias] } });
  const { id } = await indexedDataset(request);
  await page.goto(`/dataset/${id}`);
  await pictures(page).first().click();
  const item = page.getByRole('dialog', { name: /^Image / });
  const chip = (name: string) => item.getByRole('listitem').filter({ hasText: name.replaceAll('_', ' ') });
  const field = item.getByRole('combobox', { name: 'Add a tag' });
  await field.fill(alias);
  await field.press('Enter');
  await expect(chip(tag)).toBeVisible();
  await item.getByRole('button', { name: `Keep ${alias.replaceAll('_', ' ')}` }).click();
  await expect(chip(alias)).toBeVisible();
  await expect(chip(tag)).toHaveCount(0);
  await item.getByRole('button', { name: `Remove ${alias.replaceAll('_', ' ')}` }).click();
  await expect(chip(alias)).toHaveCount(0);
  await expect(item.locator('.item-head').getByRole('status')).toHaveText('saved');
});

test('a vocabulary is added from its file, a tag knows it, and it is removed', async ({ page, request }) => {
  const tag = `${own}_known`;
  expect((await request.post('/api/tag-dictionary', { data: { tag, category: 'general', count: 3 } })).status()).toBe(
    201,
  );
  await page.goto('/dataset/tags/vocabularies');
  await page.getByRole('button', { name: 'Add a vocabulary' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('File').setInputFiles({
    name: 'selected_tags.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`tag_id,name,category,count\n1,${tag},0,77\n2,${own}_nobody,0,5\n`),
  });
  await dialog.getByLabel('Name').fill(`WD ${own}`);
  await expect(dialog.getByLabel('Kind')).toHaveValue('wd');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`${own}_nobody`)).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: `WD ${own}` });
  await expect(row).toContainText('WD tagger');
  await page.goto(`/dataset/tags/dictionary?q=${tag}&match=exact`);
  await page.getByRole('button', { name: `About ${tag}` }).click();
  await expect(page.getByRole('dialog')).toContainText(`WD ${own}`);
  await page.goto('/dataset/tags/vocabularies');
  await row.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);
});

test('a requested alias is accepted and a list of relations is imported', async ({ page, request }) => {
  const tag = `${own}_wanted`;
  expect((await request.post('/api/tag-dictionary', { data: { tag, category: 'general', count: 3 } })).status()).toBe(
    201,
  );
  const asked = await request.post('/api/tag-aliases/requests', {
    data: { source_tag: `${own}_wish`, target_tag: tag, reason: 'the same' },
  });
  expect(asked.status()).toBe(201);
  await page.goto('/dataset/tags/aliases');
  await page.getByRole('button', { name: `Accept ${own}_wish` }).click();
  await expect(page.getByRole('dialog')).toContainText('This touches');
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText(`Alias ${own}_wish to ${tag}`)).toBeVisible();
  await page.getByRole('button', { name: 'Import a list' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('File').setInputFiles({
    name: 'aliases.tsv',
    mimeType: 'text/tab-separated-values',
    buffer: Buffer.from(
      `id\tantecedent_name\tconsequent_name\tstatus\n1\t${own}_listed\t${tag}\tactive\n2\t${own}_x\t${own}_y\tactive\n3\t${own}_y\t${own}_x\tactive\n`,
    ),
  });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByRole('row', { name: /^4 / })).toContainText('in a circle');
});

test('a long list is imported as a job that tells what it rejected', async ({ page }) => {
  const rows: string[] = [];
  for (let i = 0; i < 200_000; i++) rows.push(`${own}_long_${i},0,${i % 7},"${own}_alias_of_the_long_${i}"`);
  rows.push(`${own}_long_1,0,1,`);
  await page.goto('/dataset/tags/dictionary');
  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('File').setInputFiles({
    name: 'long.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('You can close this')).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Rejected rows as CSV' })).toBeVisible({ timeout: 60_000 });
  await expect(dialog).toContainText('200,000');
  const report = await page.request.get(
    (await dialog.getByRole('link', { name: 'Rejected rows as CSV' }).getAttribute('href')) ?? '',
  );
  expect(await report.text()).toContain('already on line 2');
});

test('what a person says over a list goes out as a file, comes in again, and is given back', async ({
  page,
  request,
}) => {
  const tag = `${own}_listed`;
  const list = await request.post('/api/tag-dictionary/import', {
    multipart: { file: { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(`${tag},0,10,\n`) } },
  });
  expect(list.ok()).toBe(true);
  const find = async () => {
    const answer = await request.get(`/api/tag-dictionary?search=${tag}&match=exact`);
    return ((await answer.json()) as { items: { id: number; category: string; own_fields: string[] }[] }).items[0];
  };
  const { id = 0 } = (await find()) ?? {};
  const said = await request.put(`/api/tag-dictionary/${id}`, { data: { category: 'lore', description: 'Mine.' } });
  expect(said.status()).toBe(200);
  const offered = await request.post(`/api/tag-dictionary/${id}/translations/alternatives`, {
    data: { language: 'ja', translation: `一覧${own}`, source: 'wiki' },
  });
  expect(offered.status()).toBe(201);

  await page.goto(`/dataset/tags/dictionary?q=${tag}&match=exact`);
  await page.getByRole('button', { name: 'Export' }).click();
  const out = page.getByRole('dialog');
  await out.getByLabel('Format').selectOption('overlay');
  const download = page.waitForEvent('download');
  await out.getByRole('button', { name: 'Export' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('fuda-overlay.json');
  const overlay = await readFile(await file.path(), 'utf8');
  expect(overlay).toContain(`{"tag":"${tag}","category":"lore","description":"Mine."}`);
  await out.getByRole('button', { name: 'Close' }).first().click();

  await page.getByRole('button', { name: `About ${tag}` }).click();
  const detail = page.getByRole('dialog');
  await detail.getByRole('button', { name: 'Give back: Category' }).click();
  await expect(detail.getByRole('button', { name: 'Give back: Category' })).toHaveCount(0);
  await expect(detail.getByRole('button', { name: 'Give back: Description' })).toBeVisible();
  await detail.getByRole('button', { name: `Take 一覧${own}`, exact: true }).click();
  await expect(detail).toContainText(`一覧${own} (ja)`);
  await expect(detail.getByText('Also offered')).toHaveCount(0);
  expect(await find()).toMatchObject({ category: 'general', own_fields: ['description'] });
  await detail.getByRole('button', { name: 'Close' }).first().click();

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Contents').selectOption('overlay');
  await dialog.getByLabel('File').setInputFiles({
    name: 'overlay.json',
    mimeType: 'application/json',
    buffer: Buffer.from(overlay.replace('"tags":[', '"tags":[{"tag":"there_is_no_such_tag_here","count":1},')),
  });
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(dialog.getByText('nothing is changed yet')).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'Rejected rows' })).toContainText('the base does not have this tag');
  expect(await find()).toMatchObject({ category: 'general' });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('Imported.')).toBeVisible();
  expect(await find()).toMatchObject({ category: 'lore', own_fields: ['category', 'description'] });
});
