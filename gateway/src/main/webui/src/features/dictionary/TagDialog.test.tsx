import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import type { TagView } from '@/shared/api/types';
import { TagDialog } from './TagDialog';

const tag: TagView = {
  id: 7,
  tag: 'long_hair',
  category: 'general',
  count: 4300000,
  display_name: 'Long hair',
  aliases: ['longhair'],
  description: 'Hair below the shoulders',
  wiki_url: '',
  source: 'danbooru',
  is_official: true,
  is_deprecated: false,
  replacement: null,
  version: 3,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-02T00:00:00Z',
} as unknown as TagView;

function show(edited: TagView | null, answer: (request: Request) => unknown = () => tag) {
  const onClose = vi.fn();
  const onChange = vi.fn();
  const asked = serve({ 'PUT /api/tag-dictionary/7': answer, 'POST /api/tag-dictionary': answer });
  renderPage(<TagDialog tag={edited} onClose={onClose} onChange={onChange} />);
  return { onClose, onChange, asked };
}

const field = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });

describe('TagDialog', () => {
  it('adds a tag with all that was filled in', async () => {
    const { onClose, asked } = show(null);
    await userEvent.type(field('Tag name'), 'my_oc');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Character');
    await userEvent.clear(screen.getByRole('spinbutton', { name: 'Count' }));
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Count' }), '42');
    await userEvent.type(field('Display name'), 'My OC');
    await userEvent.type(field('Aliases'), 'oc, my_original 、自キャラ');
    await userEvent.type(field('Description'), 'From my story');
    await userEvent.type(field('Wiki address'), 'https://example.org/oc');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Deprecated: do not suggest it' }));
    await userEvent.click(button('Save'));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked[0]?.method).toBe('POST');
    expect(await asked[0]?.json()).toEqual({
      tag: 'my_oc',
      category: 'character',
      count: 42,
      display_name: 'My OC',
      aliases: ['oc', 'my_original', '自キャラ'],
      description: 'From my story',
      wiki_url: 'https://example.org/oc',
      is_deprecated: true,
    });
  });

  it('shows what is wrong beside its field and stays', async () => {
    const { onClose } = show(null, () =>
      problem(409, {
        detail: "There is already a tag 'solo'.",
        errors: [{ field: 'tag', message: 'already in the dictionary' }],
      }),
    );
    await userEvent.type(field('Tag name'), 'solo');
    await userEvent.click(button('Save'));
    expect(await screen.findByText("There is already a tag 'solo'.")).toBeVisible();
    expect(field('Tag name')).toHaveAccessibleDescription('already in the dictionary');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('saves an edit over the version that was read, without the name and what deprecates', async () => {
    const { onClose, asked } = show(tag);
    expect(field('Tag name')).toHaveAttribute('readonly');
    await userEvent.type(field('Description'), '.');
    await userEvent.click(button('Save'));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await asked[0]?.json()).toEqual({
      version: 3,
      category: 'general',
      count: 4300000,
      display_name: 'Long hair',
      aliases: ['longhair'],
      description: 'Hair below the shoulders.',
      wiki_url: '',
    });
  });

  it('says when somebody else changed the tag meanwhile, and keeps what was typed', async () => {
    const { onClose } = show(tag, () =>
      problem(409, { code: 'stale-version', detail: "The tag 'long_hair' was changed since you read it." }),
    );
    await userEvent.type(field('Description'), '!');
    await userEvent.click(button('Save'));
    expect(await screen.findByText(/was changed since you read it/)).toBeVisible();
    expect(field('Description')).toHaveValue('Hair below the shoulders!');
    expect(onClose).not.toHaveBeenCalled();
  });

  it.each([
    ['Rename everywhere…', 'rename'],
    ['Deprecate…', 'deprecate'],
  ])('leads to the operation: %s', async (name, kind) => {
    const { onChange } = show(tag);
    await userEvent.click(button(name));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(tag, kind);
  });

  it('does not lose edits to an operation', async () => {
    show(tag);
    await userEvent.type(field('Display name'), 's');
    expect(button('Rename everywhere…')).toBeDisabled();
    expect(button('Deprecate…')).toBeDisabled();
    expect(screen.getByText(/Save your other changes first/)).toBeVisible();
  });

  it('takes a deprecated tag up again', async () => {
    const { asked, onClose } = show({ ...tag, is_deprecated: true });
    expect(screen.queryByRole('button', { name: 'Deprecate…' })).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Deprecated: do not suggest it' }));
    await userEvent.click(button('Save'));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await asked[0]?.json()).toMatchObject({ is_deprecated: false });
  });
});
