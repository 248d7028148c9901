import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { TagSaver, type Saved, type Theirs } from './tagSaver';

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A server with one tag list; `next` decides what the next save meets. */
function server(tags: string[], version = 1) {
  const state = { tags, version, theirs: null as Theirs | null };
  const saves: { tags: readonly string[]; version: number; diskHash: string | undefined }[] = [];
  const save = vi.fn(async (wanted: readonly string[], seen: number, diskHash: string | undefined): Promise<Saved> => {
    saves.push({ tags: wanted, version: seen, diskHash });
    await settle();
    if (seen !== state.version) throw new ApiProblem(409, { code: 'stale-version', detail: 'changed meanwhile' });
    state.tags = [...wanted];
    state.version += 1;
    return { tags: state.tags, version: state.version };
  });
  const saver = new TagSaver({ tags, version }, { save, theirs: () => state.theirs ?? { ...state } });
  return { state, saves, saver };
}

describe('TagSaver', () => {
  it('shows an edit at once and then confirms it', async () => {
    const { saver } = server(['1girl']);
    saver.edit(['1girl', 'smile']);
    expect(saver.snapshot()).toEqual({ tags: ['1girl', 'smile'], status: 'saving' });
    await settle();
    await settle();
    expect(saver.snapshot()).toEqual({ tags: ['1girl', 'smile'], status: 'saved' });
  });

  it('is settled when nothing is on its way, waiting edits included', async () => {
    const { saver, state } = server([]);
    await saver.settled();
    saver.edit(['a']);
    saver.edit(['a', 'b']);
    await saver.settled();
    expect(saver.snapshot().status).toBe('saved');
    expect(state.tags).toEqual(['a', 'b']);
  });

  it('sends only the newest of the edits made while a save is on its way', async () => {
    const { saver, saves } = server([]);
    saver.edit(['a']);
    saver.edit(['a', 'b']);
    saver.edit(['a', 'b', 'c']);
    await vi.waitFor(() => expect(saver.snapshot().status).toBe('saved'));
    expect(saves.map((entry) => entry.tags)).toEqual([['a'], ['a', 'b', 'c']]);
    expect(saves.map((entry) => entry.version)).toEqual([1, 2]);
  });

  it('keeps both versions when another was faster, and joins them on demand', async () => {
    const { saver, state } = server(['1girl']);
    state.tags = ['1girl', 'hat'];
    state.version = 5;
    saver.edit(['1girl', 'smile']);
    await vi.waitFor(() => expect(saver.snapshot().status).toBe('conflict'));
    expect(saver.snapshot().theirs?.tags).toEqual(['1girl', 'hat']);
    saver.resolve('both');
    await vi.waitFor(() => expect(saver.snapshot().status).toBe('saved'));
    expect(state.tags).toEqual(['1girl', 'hat', 'smile']);
  });

  it('sends the hash of the caption file that a person chose to replace', async () => {
    const { saver, state, saves } = server(['1girl']);
    state.theirs = { tags: ['from_disk'], version: 1, diskHash: 'abc' };
    state.version = 2;
    saver.edit(['mine']);
    await vi.waitFor(() => expect(saver.snapshot().status).toBe('conflict'));
    state.version = 1;
    saver.resolve('mine');
    await vi.waitFor(() => expect(saver.snapshot().status).toBe('saved'));
    expect(saves.at(-1)).toEqual({ tags: ['mine'], version: 1, diskHash: 'abc' });
  });

  it('keeps an edit that could not be saved, and saves it on retry', async () => {
    const wanted = ['kept'];
    let away = true;
    const refusing = new TagSaver(
      { tags: [], version: 1 },
      {
        save: (tags, version) =>
          away ? Promise.reject(new TypeError('network away')) : Promise.resolve({ tags, version: version + 1 }),
        theirs: () => null,
      },
    );
    refusing.edit(wanted);
    await vi.waitFor(() => expect(refusing.snapshot().status).toBe('unsaved'));
    expect(refusing.snapshot().tags).toEqual(wanted);
    expect(refusing.snapshot().error?.unreachable).toBe(true);
    away = false;
    refusing.retry();
    await vi.waitFor(() => expect(refusing.snapshot()).toEqual({ tags: wanted, status: 'saved' }));
  });

  it('takes over news from the server only while nothing of ours is under way', async () => {
    const { saver } = server(['a']);
    saver.accept({ tags: ['a', 'auto'], version: 2 });
    expect(saver.snapshot().tags).toEqual(['a', 'auto']);
    saver.accept({ tags: ['old'], version: 1 });
    expect(saver.snapshot().tags).toEqual(['a', 'auto']);
  });
});
