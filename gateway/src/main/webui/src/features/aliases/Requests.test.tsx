import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { Requests } from './Requests';

const impact = {
  tags: 1,
  aliases: 1,
  groups: 0,
  implications: 0,
  translations: 0,
  datasets_known: true,
  datasets: 1,
  items: 512,
  saved_searches: 0,
};

const request = {
  id: 4,
  source_tag: 'longhair',
  target_tag: 'long_hair',
  status: 'pending',
  reason: 'the same',
  source: 'user',
  author: 'aya',
  created_at: '2026-01-01T00:00:00Z',
};

function show(accept: () => unknown = () => ({ id: 'operation-1', title: 'Alias longhair to long_hair' })) {
  const asked = serve({
    'GET /api/tag-aliases/requests': () => ({ items: [request], total: 1, page: 1, limit: 50, total_pages: 1 }),
    'POST /api/tag-dictionary/operations/preview': () => ({ kind: 'alias', title: '', rewrites: [], impact }),
    'POST /api/tag-aliases/requests/4/accept': accept,
    'POST /api/tag-aliases/requests/4/reject': () => request,
  });
  renderPage(<Requests />);
  return (path: string) => asked.filter(({ url }) => new URL(url).pathname === path);
}

const dialog = () => within(screen.getByRole('dialog'));

describe('Requests', () => {
  it('shows what an alias touches before it is accepted', async () => {
    const asked = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Accept longhair' }));
    expect(await dialog().findByText('512 items in 1 dataset')).toBeVisible();
    expect(asked('/api/tag-aliases/requests/4/accept')).toHaveLength(0);
    expect(await asked('/api/tag-dictionary/operations/preview')[0]?.json()).toEqual({
      kind: 'alias',
      tag: 'longhair',
      target: 'long_hair',
      apply_to_datasets: true,
    });
    await userEvent.click(dialog().getByRole('button', { name: 'Accept' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked('/api/tag-aliases/requests/4/accept')).toHaveLength(1);
    expect(localStorage.getItem('fuda.dictionary.last')).toContain('operation-1');
  });

  it('does nothing when the dialog is left', async () => {
    const asked = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Accept longhair' }));
    await userEvent.click(dialog().getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked('/api/tag-aliases/requests/4/accept')).toHaveLength(0);
  });

  it('says what stood against it', async () => {
    show(() => problem(409, { detail: 'This request is rejected already.' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Accept longhair' }));
    await dialog().findByText('512 items in 1 dataset');
    await userEvent.click(dialog().getByRole('button', { name: 'Accept' }));
    expect(await dialog().findByText('This request is rejected already.')).toBeVisible();
  });

  it('rejects at once, which touches nothing', async () => {
    const asked = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Reject longhair' }));
    await waitFor(() => expect(asked('/api/tag-aliases/requests/4/reject')).toHaveLength(1));
  });
});
