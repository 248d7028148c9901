import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import type { OperationKind } from '@/shared/api/types';
import { OperationDialog } from './OperationDialog';

const impact = {
  tags: 1,
  aliases: 2,
  groups: 1,
  implications: 0,
  translations: 0,
  datasets_known: true,
  datasets: 2,
  items: 1204,
  saved_searches: 1,
};

interface Order {
  kind: OperationKind;
  tag: string;
  target?: string;
  apply_to_datasets: boolean;
}

const order = (request: Request) => request.clone().json() as Promise<Order>;

function show(kind: OperationKind, touched: object = impact) {
  const onClose = vi.fn();
  const asked = serve({
    'POST /api/tag-dictionary/operations/preview': async (request) => {
      const { target } = await order(request);
      return target === 'taken'
        ? problem(409, { detail: "There is already a tag 'taken'." })
        : { kind, title: '', rewrites: [], impact: touched };
    },
    'POST /api/tag-dictionary/operations': async (request) => ({
      ...(await order(request)),
      id: 'operation-1',
      title: 'Done as asked',
      author: 'local',
      impact: touched,
      created_at: '2026-01-01T00:00:00Z',
      undone_at: null,
      undone_by: null,
    }),
    'GET /api/tag-dictionary/search': () => ({ query: '', results: [] }),
  });
  renderPage(<OperationDialog tag="longhair" kind={kind} onClose={onClose} />);
  const done = () => asked.filter((request) => new URL(request.url).pathname.endsWith('/operations'));
  return { onClose, done };
}

const button = (name: string) => screen.getByRole('button', { name });

describe('OperationDialog', () => {
  it('tells what a rename touches before it can be done, and does what it told', async () => {
    const { onClose, done } = show('rename');
    expect(button('Rename')).toBeDisabled();
    await userEvent.type(screen.getByRole('textbox', { name: 'New name' }), 'Long Hair');
    expect(await screen.findByText('1,204 items in 2 datasets')).toBeVisible();
    expect(screen.getByText('1 kept search')).toBeVisible();
    expect(screen.getByText('2 aliases')).toBeVisible();
    expect(screen.queryByText('0 translations')).toBeNull();
    await userEvent.click(button('Rename'));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await order(done()[0] as Request)).toEqual({
      kind: 'rename',
      tag: 'longhair',
      target: 'long_hair',
      apply_to_datasets: true,
    });
  });

  it('does not do at Enter what it has not shown yet', async () => {
    const { done } = show('rename');
    const name = screen.getByRole('textbox', { name: 'New name' });
    await userEvent.type(name, 'long');
    await screen.findByText('1,204 items in 2 datasets');
    await userEvent.type(name, '_hair{Enter}');
    expect(done()).toHaveLength(0);
    expect(button('Rename')).toBeDisabled();
    await waitFor(() => expect(button('Rename')).toBeEnabled());
    await userEvent.type(name, '{Enter}');
    await waitFor(() => expect(done()).toHaveLength(1));
    expect((await order(done()[0] as Request)).target).toBe('long_hair');
  });

  it('says what stands against it and does not offer it', async () => {
    const { done } = show('rename');
    await userEvent.type(screen.getByRole('textbox', { name: 'New name' }), 'taken{Enter}');
    expect(await screen.findByText("There is already a tag 'taken'.")).toBeVisible();
    expect(button('Rename')).toBeDisabled();
    expect(done()).toHaveLength(0);
  });

  it('leaves items alone at a deletion unless that is asked for', async () => {
    const { done } = show('delete');
    const follow = screen.getByRole('checkbox', { name: 'Datasets follow: items, caption files and kept searches' });
    expect(follow).not.toBeChecked();
    expect(await screen.findByText('Items stay as they are.')).toBeVisible();
    await userEvent.click(follow);
    expect(await screen.findByText('1,204 items in 2 datasets')).toBeVisible();
    await waitFor(() => expect(button('Delete')).toBeEnabled());
    await userEvent.click(button('Delete'));
    await waitFor(() => expect(done()).toHaveLength(1));
    expect(await order(done()[0] as Request)).toEqual({ kind: 'delete', tag: 'longhair', apply_to_datasets: true });
  });

  it('deprecates with what to write instead, as soon as that is shown', async () => {
    const { done } = show('deprecate');
    await waitFor(() => expect(button('Deprecate')).toBeEnabled());
    await userEvent.type(screen.getByRole('combobox', { name: 'Write instead (may stay empty)' }), 'long_hair{Enter}');
    expect(await screen.findByText('Chosen: long hair')).toBeVisible();
    await waitFor(() => expect(button('Deprecate')).toBeEnabled());
    await userEvent.click(button('Deprecate'));
    await waitFor(() => expect(done()).toHaveLength(1));
    expect((await order(done()[0] as Request)).target).toBe('long_hair');
  });

  it('says when the datasets do not answer', async () => {
    show('delete', { ...impact, datasets_known: false, datasets: null, items: null, saved_searches: null });
    expect(
      await screen.findByText('The datasets do not answer now; what it touches there is not known.'),
    ).toBeVisible();
    expect(screen.queryByText('Items stay as they are.')).toBeNull();
  });
});
