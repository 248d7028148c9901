import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { ReviewPage } from './ReviewPage';

const review = {
  tag_id: 12,
  tag: 'neko_mimi',
  category: 'general',
  state: 'pending',
  seen: 1204,
  evidence: [
    { dataset_id: 7, item_id: 31, model: 'wd-v3', score: 0.61 },
    { dataset_id: 7, item_id: 30, model: 'cl', score: 0.934 },
    { dataset_id: 7, item_id: 29, model: 'wd-v3', score: 0.5 },
  ],
  created_at: '2026-01-01T00:00:00Z',
  decided_by: null,
};

const impact = {
  tags: 1,
  aliases: 0,
  groups: 0,
  implications: 0,
  translations: 0,
  datasets_known: true,
  datasets: 1,
  items: 31,
  saved_searches: 0,
};

const operation = (title: string) => ({
  id: 'operation-1',
  kind: 'merge',
  title,
  author: 'local',
  impact: {},
  created_at: '2026-01-01T00:00:00Z',
  undone_at: null,
  undone_by: null,
});

function show(decide: (decision: { decision: string; target?: string }) => unknown) {
  let waiting = [review];
  const asked = serve({
    'GET /api/tag-dictionary/review': () => ({ items: waiting, total: waiting.length, page: 1, limit: 100 }),
    'POST /api/tag-dictionary/review/12': async (request) => {
      const answer = decide((await request.clone().json()) as { decision: string; target?: string });
      if (!(answer instanceof Response)) waiting = [];
      return answer;
    },
    'POST /api/tag-dictionary/operations/preview': async (request) => {
      const { target } = (await request.clone().json()) as { target?: string };
      return target === 'nobody'
        ? problem(422, { detail: "There is no tag 'nobody'. Add it to the dictionary first." })
        : { kind: 'merge', title: '', rewrites: [], impact };
    },
    'GET /api/tag-dictionary/search': () => ({ query: '', results: [] }),
  });
  renderPage(<ReviewPage />);
  return () => asked.filter((request) => new URL(request.url).pathname === '/api/tag-dictionary/review/12');
}

const dialog = () => within(screen.getByRole('dialog'));

/** Waits until the reach is shown, then decides. */
async function confirm(name: string): Promise<void> {
  await waitFor(() => expect(dialog().getByRole('button', { name })).toBeEnabled());
  await userEvent.click(dialog().getByRole('button', { name }));
}

describe('ReviewPage', () => {
  beforeEach(() => localStorage.clear());

  it('shows what speaks for a name, and leads to an item with it', async () => {
    show(() => ({ operation: null }));
    const row = within((await screen.findByText('neko mimi')).closest('li') as HTMLElement);
    expect(row.getByText('seen 1,204 × · up to 93 % · by wd-v3, cl')).toBeVisible();
    expect(row.getByRole('link', { name: 'An item with it' })).toHaveAttribute('href', '/dataset/7?item=31');
  });

  it('accepts a name, which leaves the queue', async () => {
    const decided = show(() => ({ operation: null }));
    await userEvent.click(await screen.findByRole('button', { name: 'Accept: neko mimi' }));
    expect(await screen.findByRole('heading', { name: 'Nothing waits' })).toBeVisible();
    expect(await (decided()[0] as Request).json()).toEqual({ decision: 'accept' });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('rejects only after it was shown that items stay, and offers the way back', async () => {
    const decided = show(() => ({ operation: operation('Deprecate neko_mimi') }));
    await userEvent.click(await screen.findByRole('button', { name: 'Reject: neko mimi' }));
    expect(await dialog().findByText('Items stay as they are.')).toBeVisible();
    expect(decided()).toHaveLength(0);
    await confirm('Reject');
    expect(await screen.findByText('Deprecate neko_mimi')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeEnabled();
  });

  it('merges a name into the tag that it means', async () => {
    const decided = show(({ target }) => ({ operation: operation(`Merge neko_mimi into ${target}`) }));
    await userEvent.click(await screen.findByRole('button', { name: 'It is… neko mimi' }));
    expect(screen.getByRole('dialog', { name: 'Which tag does neko mimi mean?' })).toBeVisible();
    expect(dialog().getByRole('button', { name: 'Merge' })).toBeDisabled();
    await userEvent.type(dialog().getByRole('combobox', { name: 'Other tag' }), 'Cat Ears{Enter}');
    expect(await dialog().findByText('31 items in 1 dataset')).toBeVisible();
    expect(decided()).toHaveLength(0);
    await confirm('Merge');
    expect(await screen.findByText('Merge neko_mimi into cat_ears')).toBeVisible();
    expect(await (decided()[0] as Request).json()).toEqual({ decision: 'merge', target: 'cat_ears' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps the question open when the tag cannot be merged, and says why', async () => {
    const decided = show(() => ({ operation: null }));
    await userEvent.click(await screen.findByRole('button', { name: 'It is… neko mimi' }));
    await userEvent.type(dialog().getByRole('combobox', { name: 'Other tag' }), 'nobody{Enter}');
    expect(await dialog().findByText(/There is no tag 'nobody'/)).toBeVisible();
    expect(dialog().getByRole('button', { name: 'Merge' })).toBeDisabled();
    expect(decided()).toHaveLength(0);
    await userEvent.click(dialog().getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('neko mimi')).toBeVisible();
  });

  it('says when somebody else decided first', async () => {
    show(() => problem(409, { detail: "'neko_mimi' is accepted already." }));
    await userEvent.click(await screen.findByRole('button', { name: 'Reject: neko mimi' }));
    await confirm('Reject');
    expect(await dialog().findByText("'neko_mimi' is accepted already.")).toBeVisible();
  });
});
