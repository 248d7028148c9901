/** One frame of the live feed: an event of a service, or a job's progress. */
export interface Frame {
  stream: string;
  id: string;
  type: string;
  subject: string;
  time: string;
  data: Readonly<Record<string, unknown>>;
}

export function parseFrame(text: string): Frame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { stream, id, type, subject, time, data } = value as Record<string, unknown>;
  if (typeof type !== 'string' || typeof data !== 'object' || data === null) return undefined;
  return {
    stream: String(stream ?? ''),
    id: String(id ?? ''),
    type,
    subject: String(subject ?? ''),
    time: String(time ?? ''),
    data: data as Record<string, unknown>,
  };
}
