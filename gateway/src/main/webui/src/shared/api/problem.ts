/** One answer that is not success: what the server said (RFC 9457), or that it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: { field: string; message: string }[];
  /** The whole problem body: some problems carry more, e.g. the current item of a conflict. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(text(body['detail']) ?? text(body['title']) ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = text(body['code']) ?? '';
    this.body = body;
    this.errors = Array.isArray(body['errors']) ? body['errors'].filter(isFieldError) : [];
  }

  /** True when no service answered at all (gateway away, network away). */
  get unreachable(): boolean {
    return this.status === 0;
  }
}

export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiProblem(0, { code: 'unreachable', detail });
}

/** The first field's message for a form field, if the server complained about it. */
export function fieldError(error: unknown, field: string): string | undefined {
  return error instanceof ApiProblem ? error.errors.find((e) => e.field === field)?.message : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isFieldError(value: unknown): value is { field: string; message: string } {
  return typeof value === 'object' && value !== null && 'field' in value && 'message' in value;
}
