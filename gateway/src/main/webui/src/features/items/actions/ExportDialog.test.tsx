import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPage, serve } from '@/test/render';
import { ExportDialog } from './ExportDialog';

const nothing = () => undefined;

function show(header: string, vocabularies: unknown[]) {
  const asked = serve({
    'GET /api/vocabularies': () => vocabularies,
    'POST /api/datasets/3/export': () => new Response('zip', { headers: { 'X-Fuda-Vocabulary': header } }),
  });
  renderPage(<ExportDialog dataset={3} scope={{ kind: 'search', search: 'a', size: 12 }} onClose={nothing} />);
  return async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Export 12 items' }));
    await screen.findByText(/is ready/);
    return (await asked.at(-1)?.json()) as unknown;
  };
}

describe('ExportDialog of a dataset', () => {
  beforeEach(() => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: nothing }));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(nothing);
  });

  it('writes the names of a target model and tells which it knows', async () => {
    const run = show('applied; known=9; nearest=2; unknown=1', [{ id: 7, name: 'WD v3' }]);
    await userEvent.selectOptions(await screen.findByLabelText('Names of'), 'WD v3');
    expect(await run()).toMatchObject({ vocabulary_id: 7, apply_aliases: false });
    expect(screen.getByText(/9 known, 2 by the nearest that it knows, 1 kept/)).toBeVisible();
  });

  it('says when the dictionary was away', async () => {
    const run = show('away', [{ id: 7, name: 'WD v3' }]);
    await userEvent.selectOptions(await screen.findByLabelText('Names of'), 'WD v3');
    await run();
    expect(screen.getByText(/did not answer in time/)).toBeVisible();
  });

  it('asks for no target where there is no vocabulary', async () => {
    const run = show('off', []);
    expect(await run()).not.toHaveProperty('vocabulary_id');
    expect(screen.queryByLabelText('Names of')).toBeNull();
    expect(screen.queryByText(/kept as they are/)).toBeNull();
  });
});
