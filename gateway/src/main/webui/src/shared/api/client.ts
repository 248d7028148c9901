import createClient from 'openapi-fetch';
import type { paths } from '@/api/schema';
import { ApiProblem, problemOf } from './problem';

/** The generated client. Same origin: the gateway serves this page. */
export const client = createClient<paths>({
  baseUrl: globalThis.location.origin,
  // Late binding, so that a test can replace fetch.
  fetch: (request) => globalThis.fetch(request),
});

/** Awaits a call of {@link client}; gives its data, or throws an {@link ApiProblem} (or the AbortError of the caller). */
export async function unwrap<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer;
  try {
    answer = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw problemOf(error);
  }
  if (answer.response.ok) return answer.data as T;
  throw new ApiProblem(answer.response.status, problemBody(answer.error, answer.response));
}

function problemBody(error: unknown, response: Response): Record<string, unknown> {
  if (typeof error === 'object' && error !== null) return error as Record<string, unknown>;
  return { title: response.statusText, detail: typeof error === 'string' && error !== '' ? error : undefined };
}
