import type { ItemId } from '@/shared/api/types';
import type { Catalogue } from '@/shared/i18n';

/** What an action works on: chosen items, what a search matches, or the whole dataset. */
export type Scope =
  | { kind: 'items'; ids: readonly ItemId[] }
  | { kind: 'search'; search: string; size: number }
  | { kind: 'all'; size: number };

export function scopeSize(scope: Scope): number {
  return scope.kind === 'items' ? scope.ids.length : scope.size;
}

export function scopeText(scope: Scope, t: Catalogue, count: (n: number) => string): string {
  const size = count(scopeSize(scope));
  if (scope.kind === 'items') return t.autoTag.scopeSelected(size);
  return scope.kind === 'search' ? t.autoTag.scopeSearch(size) : t.autoTag.scopeAll(size);
}
