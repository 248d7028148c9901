import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { ImplicationsPage } from './ImplicationsPage';

const page = (items: object[]) => ({ items, total: items.length, page: 1, limit: 100, total_pages: 1 });
const one = { id: 3, antecedent: 'cat_ears', consequent: 'animal_ears', status: 'active', source: 'user' };

function show(answers: Record<string, (request: Request) => unknown> = {}) {
  const asked = serve({
    'GET /api/tag-implications': (request) =>
      page(new URL(request.url).searchParams.get('tag') === 'nobody' ? [] : [one]),
    'GET /api/tag-dictionary/search': () => ({ query: '', results: [] }),
    'DELETE /api/tag-implications/3': () =>
      new Response(null, { status: 204, headers: { 'Fuda-Operation': 'operation-9' } }),
    ...answers,
  });
  renderPage(<ImplicationsPage />);
  return asked;
}

const end = () => screen.findByRole('button', { name: 'End: cat ears implies animal ears' });

describe('ImplicationsPage', () => {
  it('lists implications, and those of one tag', async () => {
    const asked = show();
    expect(await screen.findByRole('cell', { name: 'cat ears' })).toBeVisible();
    expect(screen.getByText('1 implications')).toBeVisible();
    await userEvent.type(screen.getByRole('combobox', { name: 'Only those of a tag…' }), 'nobody');
    expect(await screen.findByRole('heading', { name: /implies nothing/ })).toBeVisible();
    const searches = asked.filter(({ url }) => url.includes('/tag-implications'));
    expect(new URL(searches.at(-1)?.url ?? '').searchParams.get('tag')).toBe('nobody');
  });

  it('puts one out of force, with the way back', async () => {
    const asked = show();
    await userEvent.click(await end());
    expect(await screen.findByText('cat ears does not imply animal ears any more')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeEnabled();
    expect(localStorage.getItem('fuda.dictionary.last')).toContain('operation-9');
    expect(asked.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  it('stays as it is when that is refused', async () => {
    show({ 'DELETE /api/tag-implications/3': () => problem(409, { detail: 'One of its tags was just renamed.' }) });
    await userEvent.click(await end());
    await waitFor(async () => expect(await end()).toBeEnabled());
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('says what to do when there is none, and what happened when they cannot be read', async () => {
    let away = true;
    show({
      'GET /api/tag-implications': () => (away ? problem(503, { detail: 'The dictionary is starting.' }) : page([])),
    });
    expect(await screen.findByText('The dictionary is starting.')).toBeVisible();
    away = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'No implications yet' })).toBeVisible();
  });
});
