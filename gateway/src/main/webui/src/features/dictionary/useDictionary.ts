import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { TagInput, TagView } from '@/shared/api/types';
import { currentText } from '@/shared/i18n';
import { toast } from '@/shared/store/messages';

export const PAGE_SIZE = 200;
export const MATCHES = ['partial', 'prefix', 'suffix', 'exact'] as const;
export const SOURCES = ['all', 'danbooru', 'user_custom', 'auto_detected'] as const;
export const OFFICIAL = ['all', 'true', 'false'] as const;
export const DEPRECATED = ['hide', 'show', 'only'] as const;
export const SORTS = ['count_desc', 'count_asc', 'name_asc', 'name_desc', 'created_desc', 'created_asc'] as const;

export interface Filters {
  search: string;
  category: string;
  match: (typeof MATCHES)[number];
  source: (typeof SOURCES)[number];
  official: (typeof OFFICIAL)[number];
  deprecated: (typeof DEPRECATED)[number];
  sort: (typeof SORTS)[number];
}

/** The table's filters, kept in the address. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const one = <T extends string>(key: string, options: readonly T[], fallback: T): T =>
    options.find((option) => option === params.get(key)) ?? fallback;
  const filters: Filters = {
    search: params.get('q') ?? '',
    category: params.get('category') ?? '',
    match: one('match', MATCHES, 'partial'),
    source: one('source', SOURCES, 'all'),
    official: one('official', OFFICIAL, 'all'),
    deprecated: one('deprecated', DEPRECATED, 'hide'),
    sort: one('sort', SORTS, 'count_desc'),
  };
  const defaults: Record<string, string> = {
    match: 'partial',
    source: 'all',
    official: 'all',
    deprecated: 'hide',
    sort: 'count_desc',
  };
  const set = (part: Partial<Filters>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(part)) {
          const name = key === 'search' ? 'q' : key;
          if (value === '' || value === defaults[key]) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return { filters, set };
}

function pageQuery(filters: Filters, page: number) {
  return {
    queryKey: keys.dictionary(filters, page),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      unwrap(
        client.GET('/api/tag-dictionary', {
          params: {
            query: {
              page,
              limit: PAGE_SIZE,
              sort_by: filters.sort,
              deprecated: filters.deprecated,
              ...(filters.search === '' ? {} : { search: filters.search, match: filters.match }),
              ...(filters.category === '' ? {} : { category: filters.category }),
              ...(filters.source === 'all' ? {} : { source: filters.source }),
              ...(filters.official === 'all' ? {} : { official: filters.official === 'true' }),
            },
          },
          signal,
        }),
      ),
  };
}

/** The rows of the table by position: only the pages in view are loaded. */
export function useDictionary(filters: Filters, pages: readonly number[]) {
  const first = useQuery(pageQuery(filters, 1));
  const more = useQueries({
    queries: pages.filter((page) => page > 1).map((page) => pageQuery(filters, page)),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.page, data.items] as const] : []))),
  });
  return {
    first,
    total: first.data?.total ?? 0,
    at: (index: number): TagView | undefined => {
      const page = Math.floor(index / PAGE_SIZE) + 1;
      return (page === 1 ? first.data?.items : more.get(page))?.[index % PAGE_SIZE];
    },
  };
}

export function useSaveTag() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: TagView['id'] | null; name: string; body: TagInput }) =>
      id === null
        ? unwrap(client.POST('/api/tag-dictionary', { body }))
        : unwrap(client.PUT('/api/tag-dictionary/{tag_id}', { params: { path: { tag_id: id } }, body })),
    onSuccess: (_, { name }) => toast('good', currentText().dictionary.saved(name)),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.dictionary() }),
  });
}
