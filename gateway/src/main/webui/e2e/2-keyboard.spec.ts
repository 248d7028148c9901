import { expect, test } from '@playwright/test';
import { indexedDataset, pictures } from './sample';

test('the way from the list to an edited image needs no mouse', async ({ page, request }) => {
  const dataset = await indexedDataset(request);
  await page.goto('/dataset');
  await page.getByRole('link', { name: 'Skip to the page' }).focus();

  // The palette finds the dataset list, the sheet lists the keys.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  const palette = page.getByRole('combobox', { name: 'Search everything' });
  await expect(palette).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await page.goto(`/dataset/${dataset.id}`);
  await expect(pictures(page).first()).toBeVisible();
  const grid = page.getByRole('listbox', { name: 'Images' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(grid).toHaveAttribute('aria-activedescendant', 'cell-2');
  await page.keyboard.press('x');
  await expect(page.locator('#cell-2')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('2 of');
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('that match');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('Nothing selected');

  await page.keyboard.press('Enter');
  const item = page.getByRole('dialog', { name: /^Image / });
  await expect(item.locator('.item-position')).toHaveText(/^4 \//);
  await page.keyboard.press('ArrowLeft');
  await expect(item.locator('.item-position')).toHaveText(/^3 \//);
  await page.keyboard.press('j');
  await expect(item.locator('.item-position')).toHaveText(/^4 \//);
  await expect(item.locator('.stage')).toBeVisible();
  await page.keyboard.press('f');
  await expect(item.locator('.stage')).toHaveClass(/full/);
  await page.keyboard.press('a');
  await expect(item.getByRole('combobox', { name: 'Add a tag' })).toBeFocused();
  await page.keyboard.type('typed_by_key');
  await page.keyboard.press('Enter');
  await expect(item.getByRole('listitem').filter({ hasText: 'typed by key' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(item.locator('.item-head').getByRole('status')).toHaveText('saved');
  await page.keyboard.press('u');
  await expect(item.getByRole('listitem').filter({ hasText: 'typed by key' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(item).toBeHidden();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search this dataset' })).toBeFocused();
});

test('a tag goes to all selected pictures and comes off them again with one undo', async ({ page, request }) => {
  const dataset = await indexedDataset(request);
  await page.goto(`/dataset/${dataset.id}?sort=-name`);
  await pictures(page).first().waitFor();
  const grid = page.getByRole('listbox', { name: 'Images' });
  const box = await grid.boundingBox();
  if (!box) throw new Error('the grid has no place');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 60, { steps: 5 });
  await page.mouse.up();
  const panel = page.getByRole('region', { name: 'Selection' });
  const size = Number(/^(\d+) of/.exec(await panel.locator('.selection-size').innerText())?.[1]);
  expect(size).toBeGreaterThan(1);
  await page.keyboard.press('a');
  await page.keyboard.type(`batch_${Date.now()}`);
  await page.keyboard.press('Enter');
  const undoBar = page.getByRole('region', { name: 'Last change' });
  await expect(undoBar).toContainText(`to ${size} images`);
  const added = panel.getByRole('listitem').filter({ hasText: /batch \d+/ });
  await expect(added).toContainText(String(size));
  await undoBar.getByRole('button', { name: /^Undo/ }).click();
  await expect(undoBar).toContainText('Undone');
  await expect(added).toBeHidden();
});

test('a shared address opens the same view', async ({ page, request }) => {
  const dataset = await indexedDataset(request);
  await page.goto(`/dataset/${dataset.id}?q=tags%3A%3E%3D1&sort=-tags`);
  await expect(page.getByRole('button', { name: 'Edit the condition tags:>=1' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Sort' })).toHaveValue('-tags');
  await pictures(page).first().click();
  const shared = page.url();
  await page.goto('/dataset');
  await page.goto(shared);
  await expect(page.getByRole('dialog', { name: /^Image / })).toBeVisible();
});

test('speaks Japanese on demand, also after a reload', async ({ page }) => {
  await page.goto('/dataset');
  await page.getByRole('button', { name: '日本語で表示' }).click();
  await expect(page.getByRole('heading', { name: 'データセット', level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'データセット', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
});
