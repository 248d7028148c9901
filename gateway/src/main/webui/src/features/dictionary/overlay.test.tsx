import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { TagView } from '@/shared/api/types';
import { renderPage, serve } from '@/test/render';
import { ExportDialog } from './ExportDialog';
import { ImportDialog } from './ImportDialog';
import { TagDetail } from './TagDetail';

const tag: TagView = {
  id: 7,
  tag: 'long_hair',
  category: 'meta',
  count: 100,
  display_name: null,
  aliases: [],
  description: null,
  wiki_url: null,
  source: 'danbooru',
  is_official: true,
  is_deprecated: false,
  replacement: null,
  own_fields: ['category', 'description'],
  version: 3,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};

const around = {
  'GET /api/tag-dictionary/7/translations': () => ({
    translations: [{ language: 'ja', translation: '長い髪', source: 'user' }],
  }),
  'GET /api/tag-dictionary/7/vintages': () => [],
  'GET /api/tag-dictionary/7/related': () => ({ implies: [], implied_by: [], siblings: [], together: [] }),
};

const nothing = () => undefined;
const detail = () => <TagDetail tag={tag} onClose={nothing} onEdit={nothing} onChange={nothing} />;

describe('TagDetail', () => {
  it('tells which fields are one’s own and gives one of them back', async () => {
    let now = tag;
    const asked = serve({
      ...around,
      'GET /api/tag-dictionary/7': () => now,
      'GET /api/tag-dictionary/7/translations/alternatives': () => ({ alternatives: [] }),
      'DELETE /api/tag-dictionary/7/overlay': () => {
        now = { ...tag, category: 'general', own_fields: ['description'], version: 4 };
        return now;
      },
    });
    renderPage(detail());
    expect(await screen.findByText('Category: Meta')).toBeVisible();
    expect(screen.getByText('empty')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Give back: Category' }));
    await waitFor(() => expect(screen.queryByText('Category: Meta')).toBeNull());
    expect(screen.getByRole('button', { name: 'Give back: Description' })).toBeEnabled();
    const given = asked.find((request) => request.method === 'DELETE');
    expect(new URL(given?.url ?? '').search).toBe('?fields=category');
    expect(given?.headers.get('If-Match')).toBe('"3"');
  });

  it('shows nothing of one’s own where lists say it all', async () => {
    serve({
      ...around,
      'GET /api/tag-dictionary/7': () => ({ ...tag, own_fields: [] }),
      'GET /api/tag-dictionary/7/translations/alternatives': () => ({ alternatives: [] }),
    });
    renderPage(detail());
    expect(await screen.findByText('長い髪 (ja)')).toBeVisible();
    expect(screen.queryByText('Your own')).toBeNull();
    expect(screen.queryByText('Also offered')).toBeNull();
  });

  it('takes one alternative translation as best and drops another', async () => {
    let alternatives = [
      { id: 1, language: 'ja', translation: 'ロングヘア', source: 'wiki' },
      { id: 2, language: 'ja', translation: '長髪', source: 'other' },
    ];
    const without = (id: number) => {
      alternatives = alternatives.filter((each) => each.id !== id);
    };
    const asked = serve({
      ...around,
      'GET /api/tag-dictionary/7': () => tag,
      'GET /api/tag-dictionary/7/translations/alternatives': () => ({ alternatives }),
      'POST /api/tag-dictionary/7/translations/alternatives/1/take': () => {
        without(1);
        return { translations: [] };
      },
      'DELETE /api/tag-dictionary/7/translations/alternatives/2': () => {
        without(2);
        return new Response(null, { status: 204 });
      },
    });
    renderPage(detail());
    expect(await screen.findByText('by wiki')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Take ロングヘア as best' }));
    await waitFor(() => expect(screen.queryByText('by wiki')).toBeNull());
    expect(asked.find((request) => request.method === 'POST')?.url).toMatch(/\/1\/take\?first=true$/);
    await userEvent.click(screen.getByRole('button', { name: 'Drop 長髪' }));
    await waitFor(() => expect(screen.queryByText('Also offered')).toBeNull());
  });
});

describe('ImportDialog', () => {
  it('tries an overlay, shows what it refuses, then imports it', async () => {
    const sent: (string | null)[] = [];
    serve({
      'POST /api/tag-dictionary/overlay': async (request) => {
        const text = await request.text();
        sent.push(/name="dry_run"\r?\n\r?\n(\w+)/.exec(text)?.[1] ?? null);
        return {
          applied_count: 2,
          unchanged_count: 1,
          rejected_count: 2,
          rejected: [
            { line: 3, reason: 'a → b → a', text: 'a' },
            { line: 3, reason: 'its replacement is no tag here', text: 'a' },
          ],
          dry_run: sent.length === 1,
        };
      },
    });
    renderPage(<ImportDialog onClose={nothing} />);
    await userEvent.selectOptions(screen.getByLabelText('Contents'), 'Your own words over the lists');
    expect(screen.queryByLabelText('Tags that exist already')).toBeNull();
    await userEvent.upload(screen.getByLabelText('File'), new File(['{}'], 'overlay.json'));
    await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
    expect(await screen.findByText('This is what would happen; nothing is changed yet.')).toBeVisible();
    const rows = within(screen.getByRole('table', { name: 'Rejected rows' })).getAllByRole('row');
    expect(rows).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(await screen.findByText('Imported.')).toBeVisible();
    expect(sent).toEqual(['true', 'false']);
  });
});

describe('ExportDialog', () => {
  it('takes out the overlay whole, without asking for a category', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: nothing }));
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    serve({
      'GET /api/tag-dictionary/overlay': () =>
        new Response('{"fuda_overlay":1}', {
          headers: { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="words.json"' },
        }),
    });
    renderPage(
      <ExportDialog
        filters={{
          search: '',
          category: 'meta',
          match: 'partial',
          source: 'all',
          official: 'all',
          deprecated: 'hide',
          sort: 'count_desc',
        }}
        onClose={nothing}
      />,
    );
    await userEvent.selectOptions(screen.getByLabelText('Format'), 'Your own words over the lists');
    expect(screen.queryByLabelText('Category')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    expect(await screen.findByText('18 B received')).toBeVisible();
    expect(saved).toEqual(['words.json']);
  });
});
