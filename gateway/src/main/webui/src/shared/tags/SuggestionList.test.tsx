import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { TagSuggestion } from '@/shared/api/types';
import { renderPage } from '@/test/render';
import { SuggestionList } from './SuggestionList';

const suggestion = (part: Partial<TagSuggestion>) =>
  ({
    id: 1,
    tag: 'long_hair',
    category: 'general',
    count: 4_300_000,
    reason: 'prefix',
    picks: 0,
    ...part,
  }) as TagSuggestion;

function show(part: Partial<TagSuggestion>) {
  renderPage(<SuggestionList id="list" suggestions={[suggestion(part)]} index={0} onChoose={vi.fn()} />);
  return within(screen.getByRole('option'));
}

describe('SuggestionList', () => {
  it.each([
    ['typo', 'similar'],
    ['abbreviation', 'initials'],
    ['inside', 'inside'],
    ['words', 'other order'],
    ['meaning', 'by meaning'],
  ] as const)('tells the reason that one does not see: %s', (reason, text) => {
    expect(show({ reason }).getByText(text)).toBeVisible();
  });

  it.each(['prefix', 'word', 'alias', 'translation'] as const)('does not tell what one sees: %s', (reason) => {
    show({ reason });
    expect(document.querySelector('.reason')).toBeNull();
  });

  it('shows the translation beside the name, and the name that was hit', () => {
    const option = show({ translation: 'ロングヘア', matched_alias: 'longhair', reason: 'alias' });
    expect(option.getByText('long hair')).toBeVisible();
    expect(option.getByText('ロングヘア')).toBeVisible();
    expect(option.getByText('← longhair')).toBeVisible();
  });

  it('does not say the same twice when the translation was hit', () => {
    const option = show({ translation: '長い髪', matched_alias: '長い髪', reason: 'translation' });
    expect(option.getByText('← 長い髪')).toBeVisible();
    expect(option.queryByText('長い髪')).toBeNull();
  });

  it.each([
    ['character', 'Character'],
    ['artist', 'Artist'],
    ['species', 'Species'],
  ] as const)('gives the category %s its colour and its sign', (category, label) => {
    const option = show({ category });
    expect(screen.getByRole('option')).toHaveClass(`cat-${category}`);
    expect(option.getByLabelText(label)).toBeVisible();
  });

  it('shows how often the tag is used, shortly', () => {
    expect(show({ count: 4_300_000 }).getByText('4.3M')).toBeVisible();
  });
});
