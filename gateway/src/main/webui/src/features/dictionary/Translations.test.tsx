import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { TagView } from '@/shared/api/types';
import { problem, renderPage, serve } from '@/test/render';
import { Translations } from './Translations';

const tag = { id: 7, tag: 'long_hair', version: 3 } as TagView;
const there = [
  { language: 'ja', translation: '長い髪', source: 'danbooru-ja.csv' },
  { language: 'zh', translation: '长发', source: 'zh.csv' },
];

function show(translations: typeof there, answer: (request: Request) => unknown = (request) => request.json()) {
  const asked = serve({ 'PUT /api/tag-dictionary/7/translations': answer });
  renderPage(<Translations tag={tag} translations={translations} />);
  return asked;
}

const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const field = (name: string) => screen.getByRole('textbox', { name });

describe('Translations', () => {
  it('changes one, takes one out and adds one, over the version that was read', async () => {
    const asked = show(there);
    expect(screen.getByText('長い髪 (ja), 长发 (zh)')).toBeVisible();
    await click('Edit: Translations');
    await userEvent.clear(field('Translation 1'));
    await userEvent.type(field('Translation 1'), 'ロングヘア');
    await click('Take translation 2 out');
    await click('Another one');
    await userEvent.clear(field('Language 2'));
    await userEvent.type(field('Language 2'), 'ko');
    await userEvent.type(field('Translation 2'), '긴 머리');
    await click('Another one');
    await click('Save');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit: Translations' })).toBeVisible());
    expect(asked[0]?.headers.get('If-Match')).toBe('"3"');
    expect(await asked[0]?.json()).toEqual({
      translations: [
        { language: 'ja', translation: 'ロングヘア', source: 'user' },
        { language: 'ko', translation: '긴 머리', source: 'user' },
      ],
    });
  });

  it('leaves who said so where nothing was changed', async () => {
    const asked = show(there);
    await click('Edit: Translations');
    await click('Save');
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(await asked[0]?.json()).toEqual({ translations: there });
  });

  it('starts with an empty one where there is none, and can be left', async () => {
    const asked = show([]);
    expect(screen.getByText('None yet')).toBeVisible();
    await click('Edit: Translations');
    expect(field('Language 1')).toHaveValue('ja');
    await click('Cancel');
    expect(screen.getByText('None yet')).toBeVisible();
    expect(asked).toHaveLength(0);
  });

  it('says when somebody changed the tag meanwhile, and keeps what was typed', async () => {
    show([], () => problem(412, { detail: "The tag 'long_hair' was changed since you read it." }));
    await click('Edit: Translations');
    await userEvent.type(field('Translation 1'), '長髪');
    await click('Save');
    expect(await screen.findByText(/was changed since you read it/)).toBeVisible();
    expect(field('Translation 1')).toHaveValue('長髪');
  });
});
