/** Milliseconds to wait before attempt n (0, 1, …): 1 s doubling to 30 s, with jitter so that tabs do not come back together. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(30_000, 1000 * 2 ** attempt);
  return Math.round(full / 2 + (full / 2) * random());
}
