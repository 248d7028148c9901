import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { DatasetsPage } from './DatasetsPage';
import { folderName, splitList, toRequest, emptyForm } from './registration';

const dataset = {
  id: 3,
  name: 'my set',
  path: '/pictures/my set',
  total_images: 1204,
  total_items: 1200,
  total_captions: 900,
  items_without_caption: 300,
  problems: 2,
  indexed_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  cover_item_ids: [1],
  active_job_id: null,
};

describe('DatasetsPage', () => {
  it('says what to do when there is no dataset', async () => {
    serve({ 'GET /api/datasets': () => [] });
    renderPage(<DatasetsPage />);
    expect(await screen.findByRole('heading', { name: 'Start with a folder of images' })).toBeVisible();
  });

  it('says what happened when the list cannot be read, and reads it on retry', async () => {
    let away = true;
    serve({
      'GET /api/datasets': () => (away ? problem(503, { detail: 'The dataset service is starting.' }) : [dataset]),
    });
    renderPage(<DatasetsPage />);
    expect(await screen.findByText('The dataset service is starting.')).toBeVisible();
    away = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'my set' })).toHaveAttribute('href', '/dataset/3');
  });

  it('makes every count a door to what it counts', async () => {
    serve({ 'GET /api/datasets': () => [dataset] });
    renderPage(<DatasetsPage />, '/dataset?view=table');
    const row = within((await screen.findAllByRole('row'))[1] as HTMLElement);
    expect(row.getByRole('link', { name: '300' })).toHaveAttribute('href', '/dataset/3?q=-has%3Acaption');
    expect(row.getByRole('link', { name: '2' })).toHaveAttribute('href', '/dataset/3/problems');
  });

  it('forgets a dataset only after a question that names what is lost', async () => {
    const asked = serve({
      'GET /api/datasets': () => [dataset],
      'DELETE /api/datasets/3': () => new Response(null, { status: 204 }),
    });
    renderPage(<DatasetsPage />);
    await userEvent.click(await screen.findByRole('button', { name: 'More actions: my set' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Remove from Fuda' }));
    const dialog = screen.getByRole('dialog', { name: 'Remove “my set”?' });
    expect(dialog).toHaveTextContent('No file in the folder is touched');
    expect(asked.some((request) => request.method === 'DELETE')).toBe(false);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove 1,200 items' }));
    expect(asked.filter((request) => request.method === 'DELETE')).toHaveLength(1);
  });
});

describe('registration', () => {
  it.each([
    ['/a/b/c', 'c'],
    ['/a/b/c/', 'c'],
    ['M:\\sets\\cref', 'cref'],
    ['', ''],
  ])('the folder %s gives the name %s', (path, name) => {
    expect(folderName(path)).toBe(name);
  });

  it('reads lists as people write them', () => {
    expect(splitList(' main, alt ,,main、指示')).toEqual(['main', 'alt', '指示']);
  });

  it('leaves the depth out when there is no limit', () => {
    expect(toRequest({ ...emptyForm, path: '/x/y' })).toEqual({
      path: '/x/y',
      name: 'y',
      dataset_type: 'auto',
      caption_suffixes: [],
      image_suffixes: [],
      recursive: true,
      read_exif: false,
    });
    expect(toRequest({ ...emptyForm, path: '/x', maxDepth: '3' }).max_depth).toBe(3);
  });
});
