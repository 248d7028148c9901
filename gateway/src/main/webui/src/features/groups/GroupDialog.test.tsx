import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import type { TagGroup } from '@/shared/api/types';
import { GroupDialog } from './GroupDialog';

const group: TagGroup = { id: 5, name: 'Weather', color: '#00AAFF', tags: ['rain', 'blue_sky'], version: 2 };

function show(edited: TagGroup | null, answer: () => unknown = () => group) {
  const onClose = vi.fn();
  const asked = serve({
    'GET /api/tag-dictionary/search': () => ({
      query: '',
      results: [{ id: 1, tag: 'snowing', category: 'general', count: 9, matched_alias: null, reason: 'prefix' }],
    }),
    'POST /api/tag-dictionary/resolve': () => ({ results: [] }),
    'POST /api/tag-groups': answer,
    'PUT /api/tag-groups/5': answer,
  });
  renderPage(<GroupDialog group={edited} onClose={onClose} />);
  return { onClose, sent: () => asked.filter(({ url }) => /tag-groups(\/5)?$/.test(url)) };
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

describe('GroupDialog', () => {
  it('collects tags from suggestions and as they are typed', async () => {
    const { onClose, sent } = show(null);
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Weather');
    const field = screen.getByRole('combobox', { name: 'Add a tag to the list' });
    await userEvent.type(field, 'sno');
    await screen.findByRole('option', { name: /snowing/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByRole('button', { name: 'Take snowing off the list' })).toBeVisible();
    await userEvent.type(field, 'Blue Sky, fog{Enter}');
    expect(await screen.findByRole('button', { name: 'Take blue sky off the list' })).toBeVisible();
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await sent()[0]?.json()).toMatchObject({ name: 'Weather', tags: ['snowing', 'blue_sky', 'fog'] });
  });

  it('takes a tag off and saves over the version that was read', async () => {
    const { onClose, sent } = show(group);
    await userEvent.click(screen.getByRole('button', { name: 'Take rain off the list' }));
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(sent()[0]?.headers.get('if-match')).toBe('"2"');
    expect(await sent()[0]?.json()).toEqual({ name: 'Weather', color: '#00AAFF', tags: ['blue_sky'] });
  });

  it('is edited as one text too', async () => {
    const { onClose, sent } = show(group);
    await userEvent.click(screen.getByRole('button', { name: 'Edit as text' }));
    const text = screen.getByRole('textbox', { name: 'Tags' });
    expect(text).toHaveValue('rain, blue_sky');
    await userEvent.clear(text);
    await userEvent.type(text, 'Red Sky、fog, fog');
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await sent()[0]?.json()).toMatchObject({ tags: ['red_sky', 'fog'] });
  });

  it('shows a long list as text, not as a thousand chips', () => {
    show({ ...group, tags: Array.from({ length: 1000 }, (_, at) => `tag_${at}`) });
    expect(screen.getByRole('textbox', { name: 'Tags' })).toHaveValue(
      Array.from({ length: 1000 }, (_, at) => `tag_${at}`).join(', '),
    );
    expect(screen.queryByRole('button', { name: 'Edit one by one' })).toBeNull();
  });

  it('says when the group was changed meanwhile', async () => {
    const { onClose } = show(group, () =>
      problem(409, { detail: "The group 'Weather' was changed since you read it." }),
    );
    await save();
    expect(await screen.findByText(/was changed since you read it/)).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
  });
});
