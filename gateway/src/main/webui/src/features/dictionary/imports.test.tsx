import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { problem, renderPage, serve } from '@/test/render';
import { ImportDialog } from './ImportDialog';

const report = (imported: number, dryRun: boolean) => ({
  import_id: '0',
  imported_count: imported,
  skipped_count: 1,
  updated_count: 2,
  rejected_count: 0,
  rejected: [],
  elapsed_ms: 5,
  dry_run: dryRun,
});

const list = (name: string) => new File(['{}'], name);

/** @param broken which of the files that are sent, from 1, cannot be read */
function show(broken = 0) {
  const sent: Record<string, string>[] = [];
  // jsdom does not send the names of files; they are told apart by their order.
  const keep = async (request: Request) => {
    const fields: Record<string, string> = {};
    (await request.formData()).forEach((value, key) => {
      if (typeof value === 'string') fields[key] = value;
    });
    sent.push(fields);
    return fields;
  };
  serve({
    'POST /api/tag-dictionary/import': async (request) => {
      const { dry_run } = await keep(request);
      return sent.length === broken
        ? problem(422, { detail: 'The file is not valid JSON at line 1.' })
        : report(sent.length % 2 === 1 ? 10 : 20, dry_run === 'true');
    },
    'POST /api/tag-translations/import': async (request) => {
      const { language } = await keep(request);
      return language === '日本語'
        ? problem(400, {
            detail: 'The list can’t be read as it is; see the fields.',
            errors: [{ field: 'language', message: 'a language such as ja' }],
          })
        : { imported_count: 5, known_count: 6, unknown_count: 7, rejected_count: 0, rejected: [] };
    },
  });
  renderPage(<ImportDialog onClose={vi.fn()} />);
  return sent;
}

const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('ImportDialog', () => {
  it('tries a whole folder of lists, then imports it, each with what came of it', async () => {
    const sent = show();
    await userEvent.upload(screen.getByLabelText('File'), [list('Artist.json'), list('Meta.json')]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tags that exist already' }), 'Add the aliases');
    await click('Try it');
    expect(await screen.findByRole('button', { name: 'Import 34 tags' })).toBeEnabled();
    expect(screen.getByRole('heading', { name: 'Artist.json' })).toBeVisible();
    expect(screen.getAllByText('This is what would happen; nothing is changed yet.')).toHaveLength(2);
    await click('Import 34 tags');
    expect(await screen.findAllByText('Imported in 5 ms.')).toHaveLength(2);
    expect(sent.map(({ dry_run }) => dry_run)).toEqual(['true', 'true', 'false', 'false']);
    expect(sent[0]).toEqual({ conflict_resolution: 'merge', dry_run: 'true' });
  });

  it('says which file cannot be read, and goes on with the others', async () => {
    show(1);
    await userEvent.upload(screen.getByLabelText('File'), [list('broken.json'), list('Meta.json')]);
    await click('Import');
    expect(await screen.findByText('The file is not valid JSON at line 1.')).toBeVisible();
    expect(await screen.findByText('Imported in 5 ms.')).toBeVisible();
  });

  it('says whose list it is and of which category', async () => {
    const sent = show();
    await userEvent.upload(screen.getByLabelText('File'), list('tags.csv'));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Whose list it is' }), 'e621');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Artist');
    await click('Import');
    expect(await screen.findByText('Imported in 5 ms.')).toBeVisible();
    expect(sent[0]).toMatchObject({ format: 'e621', category: 'artist' });
  });

  it('imports a list of translations', async () => {
    const sent = show();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Contents' }), 'A list of translations');
    await userEvent.upload(screen.getByLabelText('File'), list('ja.csv'));
    const language = screen.getByRole('textbox', { name: 'Language' });
    await userEvent.clear(language);
    await userEvent.type(language, '日本語');
    await click('Import');
    expect(await screen.findByText('a language such as ja')).toBeVisible();
    await userEvent.clear(language);
    await userEvent.type(language, 'ja');
    await click('Import');
    const counts = within((await screen.findByText('of unknown tags')).closest('dl') as HTMLElement);
    expect(counts.getByText('5')).toBeVisible();
    expect(counts.getByText('7')).toBeVisible();
    expect(sent.at(-1)).toEqual({ language: 'ja' });
  });
});
