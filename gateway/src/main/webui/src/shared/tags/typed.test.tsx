import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { TagInput } from './TagInput';

/** What the dictionary says of names; what is not here is unknown to it. */
const meanings: Record<string, { status: string; tag: string | null; candidates?: string[] }> = {
  longhair: { status: 'alias', tag: 'long_hair' },
  silver_hair: { status: 'deprecated', tag: 'grey_hair' },
  old_thing: { status: 'deprecated', tag: 'old_thing' },
  solo: { status: 'exact', tag: 'solo' },
  'long-hair': { status: 'exact', tag: 'long_hair' },
  miku: { status: 'ambiguous', tag: null, candidates: ['hatsune_miku', 'maekawa_miku'] },
};

const resolve = async (request: Request) => {
  const { names } = (await request.clone().json()) as { names: string[] };
  return {
    results: names.map((name) => ({
      name,
      category: null,
      candidates: [],
      via: [],
      ...(meanings[name] ?? { status: 'unknown', tag: null }),
    })),
  };
};

describe('tags typed by hand', () => {
  const onAdd = vi.fn<(tag: string) => unknown>();
  const onAddAll = vi.fn();
  const onKeep = vi.fn();

  beforeEach(() => {
    onAdd.mockReset();
    onAddAll.mockReset();
    onKeep.mockReset();
  });

  function show(answer: (request: Request) => unknown = resolve, keeps = true) {
    const asked = serve({
      'GET /api/tag-dictionary/search': () => ({ query: '', results: [] }),
      'POST /api/tag-dictionary/resolve': answer,
    });
    renderPage(<TagInput label="Add" onAdd={onAdd} onAddAll={onAddAll} {...(keeps ? { onKeep } : {})} />);
    return () => asked.filter(({ url }) => url.endsWith('/resolve'));
  }
  const type = (text: string) => userEvent.type(screen.getByRole('combobox', { name: 'Add' }), text);

  it.each([
    ['longhair', 'long_hair'],
    ['Silver Hair', 'grey_hair'],
  ])('%s becomes the tag that it stands for, which is told', async (typed, tag) => {
    show();
    await type(`${typed}{Enter}`);
    await waitFor(() => expect(onAdd).toHaveBeenCalledExactlyOnceWith(tag));
    expect(await screen.findByText(/is another name of/)).toBeVisible();
  });

  it.each(['solo', 'old_thing', 'long-hair', 'nobody_knows'])('%s stays as it is', async (typed) => {
    show();
    await type(`${typed}{Enter}`);
    await waitFor(() => expect(onAdd).toHaveBeenCalledExactlyOnceWith(typed));
    expect(screen.queryByText(/is another name of/)).toBeNull();
  });

  it('goes back to what was typed, in the place of what was taken', async () => {
    show();
    await type('longhair{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Keep longhair' }));
    expect(onKeep).toHaveBeenCalledExactlyOnceWith('longhair', 'long_hair');
    expect(screen.queryByText(/is another name of/)).toBeNull();
  });

  it('leaves a tag that was there before where it is', async () => {
    onAdd.mockReturnValue(false);
    show();
    await type('longhair{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Keep longhair' }));
    expect(onKeep).toHaveBeenCalledExactlyOnceWith('longhair', null);
  });

  it('takes what is typed with Alt Enter, and says so where there is no other way back', async () => {
    const asked = show(resolve, false);
    await type('longhair{Enter}');
    expect(await screen.findByText('Alt Enter takes what is typed.')).toBeVisible();
    const before = asked().length;
    await type('longhair{Alt>}{Enter}{/Alt}');
    expect(onAdd).toHaveBeenLastCalledWith('longhair');
    expect(asked()).toHaveLength(before);
  });

  it('asks which tag is meant when a name stands for several', async () => {
    show();
    await type('miku{Enter}');
    expect(await screen.findByText('miku is another name of several tags:')).toBeVisible();
    expect(onAdd).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'maekawa miku' }));
    expect(onAdd).toHaveBeenCalledExactlyOnceWith('maekawa_miku');
    expect(screen.queryByText(/several tags/)).toBeNull();
  });

  it('can add a name of several tags as it is', async () => {
    show();
    await type('miku{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'miku as it is' }));
    expect(onAdd).toHaveBeenCalledExactlyOnceWith('miku');
  });

  it('takes several tags at once, each for what it stands for', async () => {
    const asked = show();
    await type('solo, longhair、 Rain{Enter}');
    await waitFor(() => expect(onAddAll).toHaveBeenCalledExactlyOnceWith(['solo', 'long_hair', 'rain']));
    expect(asked()).toHaveLength(1);
    expect(await asked()[0]?.json()).toEqual({ names: ['solo', 'longhair', 'rain'] });
  });

  it('takes what is typed when the dictionary is away', async () => {
    show(() => problem(503, { detail: 'The dictionary is starting.' }));
    await type('longhair{Enter}');
    await waitFor(() => expect(onAdd).toHaveBeenCalledExactlyOnceWith('longhair'));
  });

  it('keeps the order of what is typed fast', async () => {
    const gates: (() => void)[] = [];
    show(async (request) => {
      if (gates.length === 0) await new Promise<void>((open) => gates.push(open));
      return resolve(request);
    });
    await type('longhair{Enter}');
    await type('solo{Enter}');
    await waitFor(() => expect(gates).toHaveLength(1));
    expect(onAdd).not.toHaveBeenCalled();
    gates[0]?.();
    await waitFor(() => expect(onAdd.mock.calls.map(([tag]) => tag)).toEqual(['long_hair', 'solo']));
  });
});
