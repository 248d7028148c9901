import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { SearchBar } from './SearchBar';

function show(search: string) {
  const onSearch = vi.fn();
  serve({
    'GET /api/datasets/7/items/count': (request) =>
      new URL(request.url).searchParams.get('search')?.includes('width:wide')
        ? problem(400, { detail: 'width: needs a number.', position: 9 })
        : { matched: 12, total: 1204 },
    'GET /api/tag-dictionary/search': () => ({ query: '', results: [] }),
  });
  renderPage(<SearchBar dataset={7} search={search} counts={new Map()} enabled onSearch={onSearch} />);
  return onSearch;
}

const field = () => screen.getByRole('combobox', { name: 'Search this dataset' });

describe('SearchBar', () => {
  it('shows the conditions as chips and how many images match', async () => {
    show('1girl, -short_hair');
    expect(screen.getByRole('button', { name: 'Edit the condition -short_hair' })).toBeVisible();
    expect(await screen.findByText('12 of 1,204')).toBeVisible();
  });

  it('adds a condition with Enter and with a comma', async () => {
    const onSearch = show('1girl');
    await userEvent.type(field(), 'smile{Enter}');
    expect(onSearch).toHaveBeenLastCalledWith('1girl, smile');
    await userEvent.type(field(), 'hat,');
    expect(onSearch).toHaveBeenLastCalledWith('1girl, hat');
  });

  it('turns a condition around with Ctrl-click, edits it with a click, removes it with ×', async () => {
    const onSearch = show('smile, hat');
    fireEvent.click(screen.getByRole('button', { name: 'Edit the condition smile' }), { ctrlKey: true });
    expect(onSearch).toHaveBeenLastCalledWith('-smile, hat');
    await userEvent.click(screen.getByRole('button', { name: 'Edit the condition hat' }));
    await userEvent.clear(screen.getByRole('textbox', { name: 'Edit the condition hat' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Edit the condition hat' }), 'cap{Enter}');
    expect(onSearch).toHaveBeenLastCalledWith('smile, cap');
    await userEvent.click(screen.getByRole('button', { name: 'Remove the condition smile' }));
    expect(onSearch).toHaveBeenLastCalledWith('hat');
  });

  it('takes the last condition back into the field with Backspace', async () => {
    const onSearch = show('smile, hat');
    await userEvent.type(field(), '{Backspace}');
    expect(onSearch).toHaveBeenLastCalledWith('smile');
    expect(field()).toHaveValue('hat');
  });

  it('points at the character that the server could not read', async () => {
    show('');
    await userEvent.type(field(), 'hat, width:wide');
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('width: needs a number.'));
    expect(screen.getByRole('alert')).toHaveTextContent('at character 10');
  });
});
