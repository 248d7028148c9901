import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, renderHook, type RenderOptions } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';

function wrapper(path: string) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return function Wrapper({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={queries}>
        <MemoryRouter initialEntries={[path]}>{children}</MemoryRouter>
      </QueryClientProvider>
    );
  };
}

export const renderPage = (ui: ReactNode, path = '/', options?: RenderOptions) =>
  render(ui, { wrapper: wrapper(path), ...options });

export const renderHookInPage = <T,>(hook: () => T, path = '/') => renderHook(hook, { wrapper: wrapper(path) });

type Answer = (request: Request) => unknown;

/**
 * Answers requests by "METHOD /path" (a path without its query); a Response is given as it is, anything else as JSON.
 * Gives the requests that were made.
 */
export function serve(answers: Record<string, Answer>): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    asked.push(request.clone());
    const answer = answers[`${request.method} ${new URL(request.url).pathname}`];
    if (!answer) return problem(404, { detail: `nothing at ${request.url}` });
    const value = await answer(request);
    return value instanceof Response ? value : Response.json(value);
  });
  return asked;
}

export function problem(status: number, body: Record<string, unknown>): Response {
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}
