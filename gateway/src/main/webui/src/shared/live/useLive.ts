import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { applyFrame } from './applyFrame';
import { backoff } from './backoff';
import { parseFrame } from './frames';

export type LiveState = 'connecting' | 'live' | 'away';

const REFRESH_EVERY_MS = 1000;
let state: LiveState = 'connecting';
const listeners = new Set<() => void>();

function setState(next: LiveState): void {
  if (next === state) return;
  state = next;
  listeners.forEach((listener) => listener());
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Feeds the live events into the query cache for as long as the page is open. Mounted once. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => connect(queries, (url) => new EventSource(url)), [queries]);
}

/** Opens the feed, reopens it with back-off, and batches refetches so that a fast job does not flood the services. */
export function connect(queries: QueryClient, open: (url: string) => EventSource): () => void {
  const stale = new Map<string, QueryKey>();
  let source: EventSource | undefined;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let flush: ReturnType<typeof setTimeout> | undefined;

  const refresh = () => {
    flush = undefined;
    const now = [...stale.values()];
    stale.clear();
    now.forEach((queryKey) => void queries.invalidateQueries({ queryKey }));
  };
  const onFrame = (event: MessageEvent<string>) => {
    const frame = parseFrame(event.data);
    if (!frame) return;
    applyFrame(queries, frame).forEach((key) => stale.set(JSON.stringify(key), key));
    if (stale.size > 0) flush ??= setTimeout(refresh, REFRESH_EVERY_MS);
  };
  const start = () => {
    source = open('/api/live');
    source.onopen = () => {
      setState('live');
      // What happened while we were away is not replayed: look again.
      if (attempt > 0) void queries.invalidateQueries();
      attempt = 0;
    };
    source.onmessage = onFrame;
    source.onerror = () => {
      source?.close();
      setState('away');
      retry = setTimeout(start, backoff(attempt++));
    };
  };
  start();
  return () => {
    clearTimeout(retry);
    clearTimeout(flush);
    source?.close();
  };
}
