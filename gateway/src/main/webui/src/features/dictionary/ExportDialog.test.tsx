import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPage, serve } from '@/test/render';
import { ExportDialog } from './ExportDialog';

const nothing = () => undefined;

function show(category: string) {
  const asked = serve({
    'POST /api/tag-dictionary/export': () => ({}),
    'GET /api/vocabularies': () => [{ id: 4, name: 'Danbooru of May' }],
  });
  renderPage(
    <ExportDialog
      filters={{
        search: '',
        category,
        match: 'partial',
        source: 'user_custom',
        official: 'false',
        deprecated: 'hide',
        sort: 'count_desc',
      }}
      onClose={nothing}
    />,
  );
  return async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await screen.findByText('2 B received');
    return (await asked.at(-1)?.json()) as unknown;
  };
}

const whole = () => screen.queryByRole('checkbox', { name: 'Whole tags, with aliases, texts and translations' });

describe('ExportDialog', () => {
  beforeEach(() => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: nothing }));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(nothing);
  });

  it('exports what the table shows', async () => {
    const run = show('meta');
    expect(whole()).toBeNull();
    expect(await run()).toEqual({
      category: 'meta',
      source_filter: 'user_custom',
      official: false,
      format: 'csv',
      spreadsheet: true,
    });
  });

  it('exports whole tags of a category when asked to', async () => {
    const run = show('meta');
    await userEvent.selectOptions(screen.getByLabelText('Format'), 'JSON');
    await userEvent.click(whole() as HTMLElement);
    expect(await run()).toMatchObject({ category: 'meta', format: 'json', whole: true });
  });

  it('exports the names of a vocabulary', async () => {
    const run = show('meta');
    await userEvent.selectOptions(await screen.findByLabelText('Names of'), 'Danbooru of May');
    expect(await run()).toMatchObject({ category: 'meta', vocabulary_id: 4 });
  });

  it('does not ask for whole tags where there are no others', async () => {
    const run = show('');
    await userEvent.selectOptions(screen.getByLabelText('Format'), 'JSON');
    expect(whole()).toBeNull();
    expect(await run()).not.toHaveProperty('whole');
  });
});
