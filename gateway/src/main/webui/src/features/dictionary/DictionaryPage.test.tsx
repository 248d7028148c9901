import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { DictionaryPage } from './DictionaryPage';

const TOTAL = 1000;

const row = (at: number) => ({
  id: at + 1,
  tag: `tag_${at}`,
  category: 'general',
  count: TOTAL - at,
  display_name: null,
  aliases: at === 0 ? ['first'] : [],
  description: null,
  wiki_url: null,
  source: 'danbooru',
  is_official: true,
  is_deprecated: at === 1,
  replacement: null,
  own_fields: [],
  version: 1,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
});

const impact = {
  tags: 1,
  aliases: 0,
  groups: 0,
  implications: 0,
  translations: 0,
  datasets_known: true,
  datasets: 2,
  items: 9,
  saved_searches: 0,
};

const listed = (request: Request) => {
  const query = new URL(request.url).searchParams;
  const page = Number(query.get('page'));
  const limit = Number(query.get('limit'));
  const first = (page - 1) * limit;
  return {
    items: Array.from({ length: Math.min(limit, TOTAL - first) }, (_, at) => row(first + at)),
    total: TOTAL,
    page,
    limit,
    total_pages: Math.ceil(TOTAL / limit),
  };
};

function show(path = '/dataset/tags/dictionary', answer: (request: Request) => unknown = listed) {
  const asked = serve({
    'GET /api/tag-dictionary': answer,
    'POST /api/tag-dictionary/operations/preview': () => ({ kind: 'rename', title: '', rewrites: [], impact }),
  });
  renderPage(<DictionaryPage />, path);
  return () =>
    asked
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => pathname === '/api/tag-dictionary')
      .map(({ searchParams }) => searchParams);
}

const select = (name: string, option: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name }), option);

describe('DictionaryPage', () => {
  beforeEach(() => {
    // jsdom lays nothing out; the table draws the rows that fit into its height.
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(340);
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900);
  });
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['Category', 'Artist', 'category', 'artist'],
    ['Source', 'Custom', 'source', 'user_custom'],
    ['Source', 'Detected', 'source', 'auto_detected'],
    ['Official', 'Only official', 'official', 'true'],
    ['Official', 'Not official', 'official', 'false'],
    ['Deprecated', 'With deprecated', 'deprecated', 'show'],
    ['Deprecated', 'Only deprecated', 'deprecated', 'only'],
    ['Sort', 'Least used', 'sort_by', 'count_asc'],
    ['Sort', 'Name A–Z', 'sort_by', 'name_asc'],
    ['Sort', 'Name Z–A', 'sort_by', 'name_desc'],
    ['Sort', 'Newest', 'sort_by', 'created_desc'],
    ['Sort', 'Oldest', 'sort_by', 'created_asc'],
  ])('asks by %s: %s', async (label, option, parameter, value) => {
    const asked = show();
    await screen.findByRole('button', { name: 'About tag_0' });
    expect(asked()[0]?.get('sort_by')).toBe('count_desc');
    expect(asked()[0]?.get('deprecated')).toBe('hide');
    await select(label, option);
    await waitFor(() => expect(asked().at(-1)?.get(parameter)).toBe(value));
  });

  it.each([
    ['begins with', 'prefix'],
    ['ends with', 'suffix'],
    ['is exactly', 'exact'],
  ])('searches for what %s', async (option, match) => {
    const asked = show();
    await screen.findByRole('button', { name: 'About tag_0' });
    await select('Match', option);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search tags' }), 'hair');
    await waitFor(() => expect(asked().at(-1)?.get('search')).toBe('hair'));
    expect(asked().at(-1)?.get('match')).toBe(match);
  });

  it('loads the pages that are scrolled to, and only these', async () => {
    const asked = show();
    await screen.findByRole('button', { name: 'About tag_0' });
    const table = screen.getByRole('region', { name: 'Tag dictionary' });
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '1001');
    expect(screen.getAllByRole('row').length).toBeLessThan(40);
    table.scrollTop = 650 * 34;
    fireEvent.scroll(table);
    expect(await screen.findByRole('button', { name: 'About tag_650' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'About tag_0' })).toBeNull();
    expect([...new Set(asked().map((query) => query.get('page')))]).toEqual(['1', '4']);
  });

  it('shows what a tag is', async () => {
    show();
    await screen.findByRole('button', { name: 'About tag_0' });
    const [, first, second] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('tag_0General1,000firstDanbooru');
    expect(within(second as HTMLElement).getByText('deprecated')).toBeVisible();
  });

  it('leads from an edit to renaming everywhere, which shows its reach', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: tag_0' }));
    await userEvent.click(screen.getByRole('button', { name: 'Rename everywhere…' }));
    expect(screen.getByRole('dialog', { name: 'Change tag 0 everywhere' })).toBeVisible();
    await userEvent.type(screen.getByRole('textbox', { name: 'New name' }), 'tag_zero');
    expect(await screen.findByText('9 items in 2 datasets')).toBeVisible();
  });

  it('says that nothing matches, and what an empty dictionary needs', async () => {
    const none = () => ({ items: [], total: 0, page: 1, limit: 200, total_pages: 0 });
    show('/dataset/tags/dictionary?official=true', none);
    expect(await screen.findByRole('heading', { name: 'No tag matches' })).toBeVisible();
    await select('Official', 'Official or not');
    expect(await screen.findByRole('heading', { name: 'The dictionary is empty' })).toBeVisible();
  });

  it('says what happened when the list cannot be read, and reads it on retry', async () => {
    let away = true;
    show(undefined, (request) => (away ? problem(503, { detail: 'The dictionary is starting.' }) : listed(request)));
    expect(await screen.findByText('The dictionary is starting.')).toBeVisible();
    away = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'About tag_0' })).toBeVisible();
  });
});
