import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPage, serve } from '@/test/render';
import { TagInput } from './TagInput';

const suggestion = (tag: string, alias: string | null = null) => ({
  id: tag.length,
  tag,
  category: 'general',
  count: 1000,
  display_name: null,
  matched_alias: alias,
  reason: 'prefix',
});

describe('TagInput', () => {
  let asked: Request[];
  const onAdd = vi.fn();

  beforeEach(() => {
    onAdd.mockReset();
    asked = serve({
      'GET /api/tag-dictionary/search': () => ({
        query: 'lo',
        results: [suggestion('long_hair', 'longhair'), suggestion('looking_at_viewer')],
      }),
    });
    renderPage(<TagInput label="Add a tag" onAdd={onAdd} counts={new Map([['long_hair', 12]])} />);
  });

  const field = () => screen.getByRole('combobox', { name: 'Add a tag' });
  const type = async (text: string) => {
    await userEvent.type(field(), text);
    await screen.findAllByRole('option');
  };

  it('shows the alias, the category and how often the tag stands here', async () => {
    await type('lo');
    expect(screen.getByText('← longhair')).toBeVisible();
    expect(screen.getByText(/here 12/)).toBeVisible();
    expect(screen.getAllByLabelText('General')).toHaveLength(2);
  });

  it('adds the chosen suggestion with the arrows and Enter', async () => {
    await type('lo');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onAdd).toHaveBeenCalledExactlyOnceWith('looking_at_viewer');
    expect(field()).toHaveValue('');
  });

  it('adds what was typed, in canonical form, when nothing is chosen', async () => {
    await type('Long Coat');
    await userEvent.keyboard('{Enter}');
    expect(field()).toHaveValue('');
    await waitFor(() => expect(onAdd).toHaveBeenCalledExactlyOnceWith('long_coat'));
  });

  it('completes with Tab without adding', async () => {
    await type('lo');
    await userEvent.keyboard('{Tab}');
    expect(field()).toHaveValue('long_hair');
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('closes the popup with the first Esc and empties the field with the second', async () => {
    await type('lo');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('option')).toBeNull();
    expect(field()).toHaveValue('lo');
    await userEvent.keyboard('{Escape}');
    expect(field()).toHaveValue('');
  });

  it('leaves Enter to an input method that is composing', async () => {
    await type('lo');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 });
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('tells what was chosen, so that it comes first next time', async () => {
    await type('lo');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(asked.some((request) => request.url.endsWith('/api/tag-dictionary/picks'))).toBe(true));
    const told = asked.find((request) => request.url.endsWith('/picks'));
    expect(await told?.json()).toEqual({ tags: ['long_hair'] });
  });

  it('asks once for a word that is typed fast', async () => {
    await type('long');
    await waitFor(() => expect(asked.filter((request) => request.url.includes('search'))).toHaveLength(1));
  });
});
