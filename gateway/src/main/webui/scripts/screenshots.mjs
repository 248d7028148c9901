// Takes the pictures of the README from a running stack:
//   FUDA_URL=http://127.0.0.1:8420 npm run screenshots -- OUT_FOLDER
// It shows the dataset with the most images.
import { existsSync, mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';

const url = process.env.FUDA_URL ?? 'http://127.0.0.1:8420';
const out = process.argv[2] ?? 'screenshots';
const system = '/usr/bin/chromium';
const browserPath = process.env.CHROME_BIN ?? (existsSync(system) ? system : undefined);

const datasets = await (await fetch(`${url}/api/datasets?limit=200`)).json();
const dataset = datasets.sort((a, b) => b.total_images - a.total_images)[0];
if (!dataset) throw new Error(`There is no dataset at ${url}: run "./fuda demo" first.`);
const search = async (query) =>
  (
    await fetch(`${url}/api/datasets/${dataset.id}/items?limit=1&search=${encodeURIComponent(query)}&sort=-tags`)
  ).json();
const first = (await search('tags:>=3')).items[0] ?? (await search('')).items[0];

const shots = [
  { name: 'dataset', theme: 'dark', path: `/dataset/${dataset.id}` },
  { name: 'image', theme: 'dark', path: `/dataset/${dataset.id}?sort=-tags&item=${first?.id}` },
  { name: 'dictionary', theme: 'light', path: '/dataset/tags/dictionary' },
  { name: 'dataset-ja', theme: 'light', language: 'ja', path: `/dataset/${dataset.id}` },
];

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  ...(browserPath ? { executablePath: browserPath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
for (const { name, theme, language = 'en', path } of shots) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem('fuda.theme', JSON.stringify(chosenTheme));
      localStorage.setItem('fuda.language', JSON.stringify(chosenLanguage));
    },
    [theme, language],
  );
  await page.goto(url + path);
  await page.locator('main h1').first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.waitForFunction(
    () => document.images.length === 0 || [...document.images].every((image) => image.complete),
  );
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined); // the live feed never rests
  await page.screenshot({ path: `${out}/${name}.png` });
  console.log(`${out}/${name}.png`);
  await page.close();
}
await browser.close();
