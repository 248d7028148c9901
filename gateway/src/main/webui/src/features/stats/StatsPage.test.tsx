import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { StatsPage } from './StatsPage';

const many = Array.from({ length: 100 }, (_, at) => `tag_${at}`);

const stats = {
  total: 1000,
  aliases: 70,
  deprecated: 3,
  official: 985,
  by_category: [
    { category: 'character', tags: 750 },
    { category: 'general', tags: 250 },
    { category: 'artist', tags: 0 },
  ],
  by_source: [
    { source: 'danbooru', tags: 985 },
    { source: 'user_custom', tags: 14 },
    { source: 'auto_detected', tags: 1 },
  ],
  top: many.map((tag, at) => ({ id: at, tag, category: 'general', count: 5000 - at, created_at: '2026-01-01' })),
  newest: [{ id: 900, tag: 'brand_new', category: 'general', count: 0, created_at: '2026-01-01T00:00:00Z' }],
  installed: [],
  datasets_known: false,
  used: 0,
  unused: 0,
  growing: {
    from: 'June',
    to: 'July',
    tags: [{ id: 1, tag: 'rising_star', before: 10, after: 910, growth: 900 }],
  },
};

const usage = {
  datasets_known: true,
  used: 412,
  unused: 588,
  strangers: 2,
  top_used: many.map((tag, at) => ({ tag, id: at, category: 'general', items: 300 - at, datasets: 1 })),
  top_strangers: [{ tag: 'own word', id: null, category: null, items: 8, datasets: 1 }],
};

function show(answers: Record<string, () => unknown> = {}) {
  const asked = serve({
    'GET /api/tag-dictionary/stats': () => stats,
    'GET /api/tag-dictionary/usage': () => usage,
    ...answers,
  });
  renderPage(<StatsPage />);
  return asked;
}

const region = async (name: string) => within(await screen.findByRole('region', { name }));

describe('StatsPage', () => {
  it('counts by category and source, with the share of each, as doors to what is counted', async () => {
    const asked = show();
    const categories = await region('By category');
    expect(categories.getAllByRole('listitem')).toHaveLength(2);
    expect(categories.getByRole('link', { name: 'Character' })).toHaveAttribute(
      'href',
      '/dataset/tags/dictionary?category=character',
    );
    expect(categories.getByText(/750/).parentElement).toHaveTextContent('750 (75.0%)');
    expect((await region('By source')).getByText(/985/)).toHaveTextContent('985 (98.5%)');
    // What datasets use takes longer and comes by itself.
    const first = asked.find(({ url }) => url.includes('/stats'));
    expect(new URL(first?.url ?? '').search).toBe('?datasets=false');
  });

  it('tells which tags are used and which are not, and the hundred most used', async () => {
    show();
    const used = await screen.findByText('Used in datasets');
    expect(used.nextElementSibling).toHaveTextContent('412');
    expect(screen.getByText('Unused').nextElementSibling).toHaveTextContent('588');
    expect((await region('The 100 most used in your datasets')).getAllByRole('listitem')).toHaveLength(100);
    expect((await region('The 100 most used')).getAllByRole('listitem')).toHaveLength(100);
    expect((await region('In datasets, not in the dictionary')).getByRole('link', { name: 'own word' })).toBeVisible();
  });

  it('shows what grew between two snapshots, and what came last', async () => {
    show();
    const growth = await region('Grown most from June to July');
    expect(growth.getByRole('listitem')).toHaveTextContent('rising star900');
    expect((await region('Added last')).getByRole('link', { name: 'brand new' })).toBeVisible();
  });

  it('shows no growth without two snapshots', async () => {
    show({ 'GET /api/tag-dictionary/stats': () => ({ ...stats, growing: null }) });
    await region('By category');
    expect(screen.queryByText(/Grown most/)).toBeNull();
  });

  it('says when the datasets do not answer, and shows the rest', async () => {
    show({ 'GET /api/tag-dictionary/usage': () => ({ ...usage, datasets_known: false }) });
    expect(await screen.findByText('The datasets do not answer now.')).toBeVisible();
    expect(screen.queryByText('Unused')).toBeNull();
    await region('By category');
  });

  it('says what to do with an empty dictionary', async () => {
    show({ 'GET /api/tag-dictionary/stats': () => ({ ...stats, total: 0 }) });
    expect(await screen.findByRole('heading', { name: 'The dictionary is empty' })).toBeVisible();
  });

  it('says what happened when it cannot be read, and reads it on retry', async () => {
    let away = true;
    show({
      'GET /api/tag-dictionary/stats': () => (away ? problem(503, { detail: 'The dictionary is starting.' }) : stats),
    });
    expect(await screen.findByText('The dictionary is starting.')).toBeVisible();
    away = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await region('By category');
  });
});
