import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { GroupImportDialog } from './GroupImportDialog';

const file = (name: string, text: string) => new File([text], name, { type: 'application/json' });

describe('GroupImportDialog', () => {
  it('imports one file after the other and tells of each what came of it', async () => {
    let sent = 0;
    serve({
      'POST /api/tag-groups/import': () => {
        sent += 1;
        if (sent === 2) return problem(422, { detail: 'The file is not valid JSON.' });
        return {
          groups: [
            { group: { id: 1, name: 'Quality', color: null, tags: ['a', 'b'], version: 1 }, created: false, added: 2 },
            { group: { id: 9, name: 'Outfit', color: null, tags: ['c'], version: 0 }, created: true, added: 1 },
          ],
          added_count: 3,
          known_count: 4,
          rejected_count: 1,
          rejected: [{ line: 7, reason: 'not the name of a tag', text: '3' }],
        };
      },
    });
    renderPage(<GroupImportDialog onClose={vi.fn()} />);
    const dialog = within(screen.getByRole('dialog', { name: 'Import groups' }));
    const run = dialog.getByRole('button', { name: 'Import' });
    expect(run).toBeDisabled();
    await userEvent.upload(dialog.getByLabelText('Files'), [file('Quality.json', '{}'), file('broken.json', '[')]);
    await userEvent.click(run);
    expect(await dialog.findByText('broken.json: The file is not valid JSON.')).toBeVisible();
    expect(dialog.getByText('Quality.json: 3 tags added, 4 were there already.')).toBeVisible();
    expect(dialog.getByText('Quality: 2 tags more')).toBeVisible();
    expect(dialog.getByText('Group “Outfit” is there: 1 tags more')).toBeVisible();
    expect(dialog.getByText('Line 7: 3 – not the name of a tag')).toBeVisible();
    expect(sent).toBe(2);
  });
});
