import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { indexedDataset, pictures } from './sample';

interface Place {
  name: string;
  path: string;
  /** Brings the page into the state that is looked at. */
  prepare?: (page: Page) => Promise<unknown>;
}

const places = (dataset: number): Place[] => [
  { name: 'datasets', path: '/dataset' },
  { name: 'datasets as a table', path: '/dataset?view=table' },
  {
    name: 'settings of a dataset',
    path: '/dataset',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^More actions/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Settings' }).click();
      await page.getByLabel('Name', { exact: true }).waitFor();
    },
  },
  { name: 'new dataset', path: '/dataset/new' },
  {
    name: 'folder picker',
    path: '/dataset/new',
    prepare: (page) => page.getByRole('button', { name: 'Choose…' }).click(),
  },
  { name: 'dataset', path: `/dataset/${dataset}`, prepare: (page) => pictures(page).first().waitFor() },
  {
    name: 'selection and jobs',
    path: `/dataset/${dataset}?q=tags%3A%3E%3D1`,
    prepare: async (page) => {
      await pictures(page)
        .first()
        .click({ modifiers: ['Control'] });
      await page.keyboard.press('g');
      await page.getByRole('complementary', { name: 'Jobs' }).waitFor();
    },
  },
  {
    name: 'one image with suggestions',
    path: `/dataset/${dataset}`,
    prepare: async (page) => {
      await pictures(page).first().click();
      const field = page.getByRole('combobox', { name: 'Add a tag' });
      await field.fill('s');
      await page.locator('.suggest-list').waitFor();
    },
  },
  {
    name: 'auto-tag',
    path: `/dataset/${dataset}`,
    prepare: async (page) => {
      await pictures(page).first().waitFor();
      await page.keyboard.press('m');
      await page.getByLabel('Model').waitFor();
    },
  },
  { name: 'history', path: `/dataset/${dataset}/history` },
  { name: 'problems', path: `/dataset/${dataset}/problems` },
  { name: 'groups', path: '/dataset/tags' },
  {
    name: 'a group to edit',
    path: '/dataset/tags',
    prepare: (page) =>
      page
        .getByRole('button', { name: /^Edit:/ })
        .first()
        .click(),
  },
  { name: 'aliases', path: '/dataset/tags/aliases' },
  { name: 'implications', path: '/dataset/tags/implications' },
  { name: 'statistics', path: '/dataset/tags/stats' },
  { name: 'detected tags', path: '/dataset/tags/review' },
  { name: 'vocabularies', path: '/dataset/tags/vocabularies' },
  { name: 'history of the dictionary', path: '/dataset/tags/operations' },
  { name: 'dictionary', path: '/dataset/tags/dictionary' },
  {
    name: 'export of the dictionary',
    path: '/dataset/tags/dictionary',
    prepare: (page) => page.getByRole('button', { name: 'Export' }).click(),
  },
  {
    name: 'new tag',
    path: '/dataset/tags/dictionary',
    prepare: (page) => page.getByRole('button', { name: 'Add a tag' }).click(),
  },
  { name: 'models', path: '/tagger/models' },
  { name: 'training', path: '/training' },
  { name: 'system', path: '/system' },
  { name: 'a page to come', path: `/dataset/${dataset}/quick-tag` },
  { name: 'no such page', path: '/nothing/here' },
  { name: 'palette', path: '/dataset', prepare: (page) => page.keyboard.press('/') },
  { name: 'shortcuts', path: '/dataset', prepare: (page) => page.keyboard.press('?') },
];

for (const theme of ['dark', 'light']) {
  test(`axe finds nothing in the ${theme} theme`, async ({ page, request }) => {
    test.setTimeout(180_000);
    const dataset = await indexedDataset(request);
    await page.addInitScript((name) => localStorage.setItem('fuda.theme', JSON.stringify(name)), theme);
    for (const { name, path, prepare } of places(dataset.id)) {
      await test.step(name, async () => {
        await page.goto(path);
        await expect(page.getByRole('main')).toBeVisible();
        // Judged is the page as it stands, not the fade into it.
        await page.addStyleTag({ content: '*,::before,::after{animation:none!important;transition:none!important}' });
        await page.locator('.skeleton').first().waitFor({ state: 'detached' });
        await prepare?.(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const told = violations.map(
          (found) => `${name}: ${found.id}: ${found.nodes.map((node) => node.html).join('\n  ')}`,
        );
        expect.soft(told).toEqual([]);
      });
    }
  });
}
