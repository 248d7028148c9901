import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { AddRelationDialog } from './AddRelationDialog';

const impact = {
  tags: 1,
  aliases: 1,
  groups: 0,
  implications: 0,
  translations: 0,
  datasets_known: true,
  datasets: 2,
  items: 34,
  saved_searches: 0,
};

function show(kind: 'alias' | 'implication' = 'alias') {
  const onClose = vi.fn();
  const asked = serve({
    'GET /api/tag-dictionary/search': () => ({
      query: '',
      results: [{ id: 1, tag: 'masterpiece', category: 'quality', count: 9, matched_alias: null, reason: 'prefix' }],
    }),
    'POST /api/tag-dictionary/operations/preview': async (request) => {
      const { target } = (await request.clone().json()) as { target: string };
      return target === 'nobody'
        ? problem(422, {
            detail: "There is no tag 'nobody'.",
            errors: [{ field: 'target', message: 'not in the dictionary' }],
          })
        : { kind: 'alias', title: '', rewrites: [], impact };
    },
    'POST /api/tag-dictionary/operations': () => ({ id: 'operation-1', title: 'Alias masterwork to masterpiece' }),
    'POST /api/tag-aliases/requests': () => new Response('{"id": 1}', { status: 201 }),
  });
  renderPage(<AddRelationDialog kind={kind} onClose={onClose} />);
  return { onClose, of: (path: string) => asked.filter(({ url }) => new URL(url).pathname === path) };
}

const source = () => screen.getByRole('combobox', { name: 'Other name' });
const target = () => screen.getByRole('combobox', { name: 'Tag' });
const save = () => screen.getByRole('button', { name: 'Save' });

describe('AddRelationDialog', () => {
  it('chooses the tag from suggestions, shows what it touches, and adds the alias with what follows', async () => {
    const { onClose, of } = show();
    await userEvent.type(source(), 'Master Work');
    expect(save()).toBeDisabled();
    await userEvent.type(target(), 'mas');
    await screen.findByRole('option', { name: /masterpiece/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(target()).toHaveValue('masterpiece');
    expect(of('/api/tag-dictionary/operations')).toHaveLength(0);
    expect(await screen.findByText('34 items in 2 datasets')).toBeVisible();
    await userEvent.click(save());
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await of('/api/tag-dictionary/operations')[0]?.json()).toEqual({
      kind: 'alias',
      tag: 'master_work',
      target: 'masterpiece',
      apply_to_datasets: true,
    });
  });

  it('leaves datasets alone when asked to', async () => {
    const { onClose, of } = show();
    await userEvent.type(source(), 'masterwork');
    await userEvent.type(target(), 'masterpiece');
    await userEvent.click(screen.getByRole('checkbox', { name: /Datasets follow/ }));
    expect(await screen.findByText('Items stay as they are.')).toBeVisible();
    await userEvent.click(save());
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await of('/api/tag-dictionary/operations')[0]?.json()).toMatchObject({ apply_to_datasets: false });
  });

  it('says beside the field what stands against it', async () => {
    show();
    await userEvent.type(source(), 'masterwork');
    await userEvent.type(target(), 'nobody');
    expect(await screen.findByText("There is no tag 'nobody'.")).toBeVisible();
    expect(target()).toHaveAccessibleDescription('not in the dictionary');
    expect(save()).toBeDisabled();
  });

  it('only asks for it, with the reason', async () => {
    const { onClose, of } = show();
    await userEvent.type(source(), 'masterwork');
    await userEvent.type(target(), 'masterpiece');
    await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'People write it so');
    await userEvent.click(screen.getByRole('button', { name: 'Only ask for it' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await of('/api/tag-aliases/requests')[0]?.json()).toEqual({
      source_tag: 'masterwork',
      target_tag: 'masterpiece',
      reason: 'People write it so',
    });
    expect(of('/api/tag-dictionary/operations')).toHaveLength(0);
  });

  it('lets a tag imply another, which nobody is asked about', async () => {
    const { onClose, of } = show('implication');
    expect(screen.queryByRole('button', { name: 'Only ask for it' })).toBeNull();
    await userEvent.type(screen.getByRole('combobox', { name: 'Whatever has' }), 'cat ears');
    await userEvent.type(screen.getByRole('combobox', { name: 'also has' }), 'animal_ears');
    expect(await screen.findByText('34 items in 2 datasets')).toBeVisible();
    await userEvent.click(save());
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await of('/api/tag-dictionary/operations')[0]?.json()).toEqual({
      kind: 'implication',
      tag: 'cat_ears',
      target: 'animal_ears',
      apply_to_datasets: true,
    });
  });
});
