import { ApiProblem } from './problem';

/** What a request for a file answers: the body is read as it comes. */
interface FileAnswer {
  response: Response;
  error?: unknown;
}

/** Fetches a file as it is written, telling how many bytes have come; gives it with the name the server chose. */
export async function fetchFile(
  request: () => Promise<FileAnswer>,
  fallbackName: string,
  onBytes: (bytes: number) => void,
): Promise<{ blob: Blob; name: string; headers: Headers }> {
  const { response, error } = await request();
  if (!response.ok || !response.body) throw new ApiProblem(response.status, (error ?? {}) as Record<string, unknown>);
  const chunks: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
    onBytes(bytes);
  }
  return {
    blob: new Blob(chunks, { type: response.headers.get('content-type') ?? 'application/octet-stream' }),
    name: fileName(response.headers.get('content-disposition'), fallbackName),
    headers: response.headers,
  };
}

/** Hands a file to the person's downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The file name of a Content-Disposition header (RFC 6266: filename* before filename). */
export function fileName(disposition: string | null, fallback: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? fallback;
}
