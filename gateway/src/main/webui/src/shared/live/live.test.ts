import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '@/shared/api/keys';
import type { JobOverview } from '@/shared/api/types';
import { applyFrame } from './applyFrame';
import { backoff } from './backoff';
import { parseFrame } from './frames';
import { connect } from './useLive';

const frame = (type: string, data: Record<string, unknown>) => ({
  stream: 's',
  id: '1',
  type,
  subject: '',
  time: '',
  data,
});

describe('backoff', () => {
  it('doubles from one second to half a minute, with jitter downwards only', () => {
    expect([0, 1, 2, 9].map((attempt) => backoff(attempt, () => 1))).toEqual([1000, 2000, 4000, 30_000]);
    expect(backoff(3, () => 0)).toBe(4000);
  });
});

describe('parseFrame', () => {
  it('refuses what is no frame', () => {
    expect(parseFrame('hello')).toBeUndefined();
    expect(parseFrame('{"type":1}')).toBeUndefined();
    expect(parseFrame('{"type":"X","data":{}}')?.type).toBe('X');
  });
});

describe('applyFrame', () => {
  const queries = new QueryClient();
  const job = { service: 'dataset', id: 'j', state: 'running', done: 1, total: 9 };

  it('draws the progress of a known job without asking', () => {
    queries.setQueryData(keys.jobs(), { jobs: [job], unavailable: [] });
    expect(applyFrame(queries, frame('JobProgressed', { id: 'j', done: 5, state: 'running' }))).toEqual([]);
    expect(queries.getQueryData<JobOverview>(keys.jobs())?.jobs[0]).toEqual({ ...job, done: 5 });
  });

  it('asks for the datasets again when a job ends', () => {
    expect(applyFrame(queries, frame('JobProgressed', { id: 'j', state: 'succeeded' }))).toContainEqual(
      keys.datasets(),
    );
  });

  it('asks for the list when it does not know the job', () => {
    expect(applyFrame(queries, frame('JobProgressed', { id: 'other' }))).toEqual([keys.jobs()]);
  });

  it('makes everything stale when something may have been missed', () => {
    expect(applyFrame(queries, frame('Resync', {}))).toEqual([[]]);
  });
});

describe('connect', () => {
  class FakeSource {
    static all: FakeSource[] = [];
    onopen?: () => void;
    onmessage?: (event: { data: string }) => void;
    onerror?: () => void;
    closed = false;
    constructor() {
      FakeSource.all.push(this);
    }
    close() {
      this.closed = true;
    }
  }
  beforeEach(() => {
    FakeSource.all = [];
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('refetches many events at once', () => {
    const queries = new QueryClient();
    const invalidate = vi.spyOn(queries, 'invalidateQueries');
    const stop = connect(queries, () => new FakeSource() as unknown as EventSource);
    for (let i = 0; i < 50; i++) {
      FakeSource.all[0]?.onmessage?.({ data: JSON.stringify(frame('ItemRetagged', { dataset_id: 3 })) });
    }
    vi.advanceTimersByTime(1000);
    expect(invalidate).toHaveBeenCalledExactlyOnceWith({ queryKey: ['dataset', 3] });
    stop();
  });

  it('comes back after an error and then looks at everything again', () => {
    const queries = new QueryClient();
    const invalidate = vi.spyOn(queries, 'invalidateQueries');
    const stop = connect(queries, () => new FakeSource() as unknown as EventSource);
    FakeSource.all[0]?.onerror?.();
    expect(FakeSource.all[0]?.closed).toBe(true);
    vi.advanceTimersByTime(1000);
    FakeSource.all[1]?.onopen?.();
    expect(invalidate).toHaveBeenCalledExactlyOnceWith();
    stop();
  });
});
